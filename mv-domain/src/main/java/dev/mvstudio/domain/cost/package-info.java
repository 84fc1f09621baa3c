/** What a generation costs. */
@NullMarked
package dev.mvstudio.domain.cost;

import org.jspecify.annotations.NullMarked;
