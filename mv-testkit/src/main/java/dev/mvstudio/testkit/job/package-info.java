/** Jobs: what a store, a schedule and written records must keep to, and their fakes. */
@NullMarked
package dev.mvstudio.testkit.job;

import org.jspecify.annotations.NullMarked;
