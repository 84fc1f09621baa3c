/** Films by FFmpeg, run as a process of its own: finding it, watching it, and what it is asked to do. */
@NullMarked
package dev.mvstudio.adapter.local.film;

import org.jspecify.annotations.NullMarked;
