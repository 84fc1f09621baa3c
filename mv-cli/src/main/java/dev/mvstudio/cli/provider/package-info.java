/** Commands: what can be chosen from. */
@NullMarked
package dev.mvstudio.cli.provider;

import org.jspecify.annotations.NullMarked;
