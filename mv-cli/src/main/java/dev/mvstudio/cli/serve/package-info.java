/** Command: the server. */
@NullMarked
package dev.mvstudio.cli.serve;

import org.jspecify.annotations.NullMarked;
