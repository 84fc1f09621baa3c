/** Answers for programs. */
@NullMarked
package dev.mvstudio.cli.json;

import org.jspecify.annotations.NullMarked;
