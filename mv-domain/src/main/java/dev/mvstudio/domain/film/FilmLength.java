package dev.mvstudio.domain.film;

/** What decides the film's length. */
public enum FilmLength {
    /** The clips: a longer soundtrack is cut, a shorter one ends early. */
    VIDEO,
    /** The soundtrack: longer clips are cut, with shorter ones the last frame stands. */
    SOUNDTRACK
}
