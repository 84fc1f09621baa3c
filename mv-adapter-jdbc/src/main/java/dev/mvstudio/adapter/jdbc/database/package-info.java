/** Reaches the database, and brings its tables up to date. */
@NullMarked
package dev.mvstudio.adapter.jdbc.database;

import org.jspecify.annotations.NullMarked;
