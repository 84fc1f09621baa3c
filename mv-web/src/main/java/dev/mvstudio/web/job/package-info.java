/** Jobs: how orders become jobs and are answered, and the routes to watch them, stop them and try them again. */
@NullMarked
package dev.mvstudio.web.job;

import org.jspecify.annotations.NullMarked;
