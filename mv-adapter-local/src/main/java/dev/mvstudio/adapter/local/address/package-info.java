/** Which hosts callers may have us connect to. */
@NullMarked
package dev.mvstudio.adapter.local.address;

import org.jspecify.annotations.NullMarked;
