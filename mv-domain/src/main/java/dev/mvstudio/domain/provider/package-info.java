/** What every generator has in common: who it is, what it can do, and how it is started once and then asked. */
@NullMarked
package dev.mvstudio.domain.provider;

import org.jspecify.annotations.NullMarked;
