/** What the fake providers that speak HTTP have in common. */
@NullMarked
package dev.mvstudio.testkit.wire;

import org.jspecify.annotations.NullMarked;
