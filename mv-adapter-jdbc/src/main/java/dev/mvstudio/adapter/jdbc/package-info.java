/** Jobs, their schedule and written records in a database. */
@NullMarked
package dev.mvstudio.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
