/** How far something is, on a terminal and elsewhere. */
@NullMarked
package dev.mvstudio.cli.progress;

import org.jspecify.annotations.NullMarked;
