/** Records as JSON. */
@NullMarked
package dev.mvstudio.adapter.jdbc.document;

import org.jspecify.annotations.NullMarked;
