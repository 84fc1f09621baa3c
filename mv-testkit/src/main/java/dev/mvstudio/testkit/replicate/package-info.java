/** Replicate as a server of one's own: its account, its rules, and every way in which it can go wrong. */
@NullMarked
package dev.mvstudio.testkit.replicate;

import org.jspecify.annotations.NullMarked;
