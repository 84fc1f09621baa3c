/** Scenes, images and clips by Google's Gemini API, with an API key. */
@NullMarked
package dev.mvstudio.adapter.gemini;

import org.jspecify.annotations.NullMarked;
