/** Command: an idea becomes scenes. */
@NullMarked
package dev.mvstudio.cli.scene;

import org.jspecify.annotations.NullMarked;
