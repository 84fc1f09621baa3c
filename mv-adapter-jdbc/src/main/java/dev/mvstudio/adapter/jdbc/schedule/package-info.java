/** Calls for jobs, on db-scheduler. */
@NullMarked
package dev.mvstudio.adapter.jdbc.schedule;

import org.jspecify.annotations.NullMarked;
