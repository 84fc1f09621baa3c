/** The program: its commands, and where it begins. */
@NullMarked
package dev.mvstudio.cli;

import org.jspecify.annotations.NullMarked;
