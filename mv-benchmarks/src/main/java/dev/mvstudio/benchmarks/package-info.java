/** What takes too long for every build: run by hand. */
@NullMarked
package dev.mvstudio.benchmarks;

import org.jspecify.annotations.NullMarked;
