/** Clips: what is asked of a video model. */
@NullMarked
package dev.mvstudio.domain.video;

import org.jspecify.annotations.NullMarked;
