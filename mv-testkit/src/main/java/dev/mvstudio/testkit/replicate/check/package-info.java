/** Holds what passes through the fake against the provider's own description, where a copy of that is at hand. */
@NullMarked
package dev.mvstudio.testkit.replicate.check;

import org.jspecify.annotations.NullMarked;
