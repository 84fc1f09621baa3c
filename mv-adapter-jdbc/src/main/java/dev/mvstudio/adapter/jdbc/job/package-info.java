/** Jobs in tables. */
@NullMarked
package dev.mvstudio.adapter.jdbc.job;

import org.jspecify.annotations.NullMarked;
