/** Character cards for nothing. */
@NullMarked
package dev.mvstudio.adapter.local.preview.image;

import org.jspecify.annotations.NullMarked;
