/** How a caller is told what is wrong with a request, all at once. */
@NullMarked
package dev.mvstudio.application.request;

import org.jspecify.annotations.NullMarked;
