/** What every store and probe of media must keep to, and fakes of them. */
@NullMarked
package dev.mvstudio.testkit.asset;

import org.jspecify.annotations.NullMarked;
