/** Images: what is asked of an image model. */
@NullMarked
package dev.mvstudio.domain.image;

import org.jspecify.annotations.NullMarked;
