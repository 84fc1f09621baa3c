/** Starts the fake providers for people who try things out without an account. */
@NullMarked
package dev.mvstudio.testkit;

import org.jspecify.annotations.NullMarked;
