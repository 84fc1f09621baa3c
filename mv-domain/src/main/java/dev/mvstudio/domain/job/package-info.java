/** The identity of a piece of work. */
@NullMarked
package dev.mvstudio.domain.job;

import org.jspecify.annotations.NullMarked;
