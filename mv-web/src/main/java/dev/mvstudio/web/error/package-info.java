/** What callers are told when something goes wrong: one shape, one place that fills it. */
@NullMarked
package dev.mvstudio.web.error;

import org.jspecify.annotations.NullMarked;
