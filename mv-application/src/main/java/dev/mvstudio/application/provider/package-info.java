/** Which generator and model carry out a request. */
@NullMarked
package dev.mvstudio.application.provider;

import org.jspecify.annotations.NullMarked;
