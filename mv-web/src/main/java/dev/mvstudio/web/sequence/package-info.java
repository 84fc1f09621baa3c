/** The routes of image sequences. */
@NullMarked
package dev.mvstudio.web.sequence;

import org.jspecify.annotations.NullMarked;
