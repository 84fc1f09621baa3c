/** Command: a prompt becomes a clip. */
@NullMarked
package dev.mvstudio.cli.video;

import org.jspecify.annotations.NullMarked;
