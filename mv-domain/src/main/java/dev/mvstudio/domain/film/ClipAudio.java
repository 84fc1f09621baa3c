package dev.mvstudio.domain.film;

/** What becomes of the clips' own sound under a soundtrack. */
public enum ClipAudio {
    /** Both are heard. */
    KEEP,
    /** Only the soundtrack is heard; without one the film is silent. */
    MUTE,
    /** The soundtrack steps back while the clips are heard. */
    DUCK
}
