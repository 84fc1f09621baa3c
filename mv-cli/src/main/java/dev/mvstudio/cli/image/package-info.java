/** What commands say of image sequences. */
@NullMarked
package dev.mvstudio.cli.image;

import org.jspecify.annotations.NullMarked;
