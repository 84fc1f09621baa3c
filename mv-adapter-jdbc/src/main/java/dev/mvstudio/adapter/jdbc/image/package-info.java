/** Records of image sequences as rows. */
@NullMarked
package dev.mvstudio.adapter.jdbc.image;

import org.jspecify.annotations.NullMarked;
