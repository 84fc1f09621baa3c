/** Reads what callers send: strict JSON, every fault of a body at once. */
@NullMarked
package dev.mvstudio.web.request;

import org.jspecify.annotations.NullMarked;
