/** Command: a description becomes a picture. */
@NullMarked
package dev.mvstudio.cli.character;

import org.jspecify.annotations.NullMarked;
