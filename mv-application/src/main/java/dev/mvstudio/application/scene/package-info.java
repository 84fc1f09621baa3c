/** Use case: an idea becomes scenes. */
@NullMarked
package dev.mvstudio.application.scene;

import org.jspecify.annotations.NullMarked;
