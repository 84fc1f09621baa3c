/** What providers send by themselves. */
@NullMarked
package dev.mvstudio.web.webhook;

import org.jspecify.annotations.NullMarked;
