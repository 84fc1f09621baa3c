/** A provider that does not exist, as a server of its own: it outlives the program under test, and counts. */
@NullMarked
package dev.mvstudio.testkit.server;

import org.jspecify.annotations.NullMarked;
