/** Stored files: what was made, what was given, and what a request refers to. */
@NullMarked
package dev.mvstudio.application.asset;

import org.jspecify.annotations.NullMarked;
