/** Sends stored files: ranges, conditions, and bytes that never pass through this process's memory. */
@NullMarked
package dev.mvstudio.web.delivery;

import org.jspecify.annotations.NullMarked;
