/** Pictures from words: colours, moods, figures, landscapes and lettering, drawn without any installed font. */
@NullMarked
package dev.mvstudio.adapter.local.preview.drawing;

import org.jspecify.annotations.NullMarked;
