/** The route that draws a character. */
@NullMarked
package dev.mvstudio.web.character;

import org.jspecify.annotations.NullMarked;
