package dev.mvstudio.application.job;

import java.util.Locale;

/** What can be ordered. */
public enum JobKind {
    CREATE_SCENES,
    GENERATE_CHARACTER_REFERENCE,
    GENERATE_VIDEO,
    MERGE_VIDEOS;

    /** The route's name: {@code generate_video}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
