/** Reads the configuration and puts the studio together: the only place that sees the adapters. */
@NullMarked
package dev.mvstudio.config;

import org.jspecify.annotations.NullMarked;
