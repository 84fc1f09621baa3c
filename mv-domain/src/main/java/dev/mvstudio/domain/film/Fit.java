package dev.mvstudio.domain.film;

/** How a clip of another shape is brought to the film's frame, which is that of the first clip. */
public enum Fit {
    /** Whole picture, black bars. */
    PAD,
    /** Full frame, edges cut off. */
    CROP
}
