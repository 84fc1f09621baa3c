/** Telling others of a job: what is sent, and how far the telling is. */
@NullMarked
package dev.mvstudio.domain.webhook;

import org.jspecify.annotations.NullMarked;
