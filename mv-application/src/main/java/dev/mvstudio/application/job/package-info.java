/** One generation as steps - start, ask, collect - and what drives them. */
@NullMarked
package dev.mvstudio.application.job;

import org.jspecify.annotations.NullMarked;
