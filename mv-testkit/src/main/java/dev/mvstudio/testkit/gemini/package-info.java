/** The Gemini API of Google, as far as its callers here need it, on the loopback address. */
@NullMarked
package dev.mvstudio.testkit.gemini;

import org.jspecify.annotations.NullMarked;
