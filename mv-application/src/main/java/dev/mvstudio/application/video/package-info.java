/** Use case: a prompt becomes a clip. */
@NullMarked
package dev.mvstudio.application.video;

import org.jspecify.annotations.NullMarked;
