/** Bytes that were made or given: their identity, what is known of them, and the store that keeps them. */
@NullMarked
package dev.mvstudio.domain.asset;

import org.jspecify.annotations.NullMarked;
