/** What every generator must keep to, and a generator that does what it is told. */
@NullMarked
package dev.mvstudio.testkit.provider;

import org.jspecify.annotations.NullMarked;
