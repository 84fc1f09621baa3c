/** Use case: a character and scenes become a sequence of images. */
@NullMarked
package dev.mvstudio.application.image;

import org.jspecify.annotations.NullMarked;
