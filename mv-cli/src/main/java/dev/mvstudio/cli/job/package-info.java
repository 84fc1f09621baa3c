/** Commands: jobs, which outlive the program that ordered them. */
@NullMarked
package dev.mvstudio.cli.job;

import org.jspecify.annotations.NullMarked;
