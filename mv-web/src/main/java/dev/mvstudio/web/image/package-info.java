/** Routes around stored images. */
@NullMarked
package dev.mvstudio.web.image;

import org.jspecify.annotations.NullMarked;
