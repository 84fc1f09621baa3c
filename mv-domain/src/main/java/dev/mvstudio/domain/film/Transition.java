package dev.mvstudio.domain.film;

/** How one clip gives way to the next. */
public enum Transition {
    CUT,
    CROSSFADE
}
