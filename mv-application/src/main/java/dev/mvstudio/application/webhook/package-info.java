/** Who wants to be told of a job, and telling them until they have heard it. */
@NullMarked
package dev.mvstudio.application.webhook;

import org.jspecify.annotations.NullMarked;
