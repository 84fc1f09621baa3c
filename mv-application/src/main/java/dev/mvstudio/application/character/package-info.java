/** Use case: a description becomes reference pictures of the character. */
@NullMarked
package dev.mvstudio.application.character;

import org.jspecify.annotations.NullMarked;
