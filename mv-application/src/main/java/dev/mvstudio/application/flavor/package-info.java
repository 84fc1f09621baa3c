/** Named sets of parameters and prompts, read from the configuration. */
@NullMarked
package dev.mvstudio.application.flavor;

import org.jspecify.annotations.NullMarked;
