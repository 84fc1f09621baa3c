/** Speaks to the testkit's fake provider: the backend {@code rig}. */
@NullMarked
package dev.mvstudio.adapter.rig;

import org.jspecify.annotations.NullMarked;
