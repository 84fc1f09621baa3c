/** What a job is, how far it is, and where it is kept. */
@NullMarked
package dev.mvstudio.domain.job;

import org.jspecify.annotations.NullMarked;
