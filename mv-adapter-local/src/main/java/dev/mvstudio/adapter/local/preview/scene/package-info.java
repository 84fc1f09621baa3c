/** Storyboards for nothing. */
@NullMarked
package dev.mvstudio.adapter.local.preview.scene;

import org.jspecify.annotations.NullMarked;
