/** Keeps how far the telling of jobs is. */
@NullMarked
package dev.mvstudio.adapter.jdbc.webhook;

import org.jspecify.annotations.NullMarked;
