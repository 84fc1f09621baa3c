/** HTTP as adapters need it: one exchange at a time, with limits, and failures that say what may have arrived. */
@NullMarked
package dev.mvstudio.wire;

import org.jspecify.annotations.NullMarked;
