package dev.mvstudio.application.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be ordered. */
public enum JobKind {
    CREATE_SCENES,
    GENERATE_CHARACTER_REFERENCE,
    GENERATE_VIDEO,
    MERGE_VIDEOS,
    CREATE_MUSIC_VIDEO,
    /** The images of a sequence: a step for each. */
    GENERATE_IMAGES,
    /** One of them. */
    GENERATE_IMAGE,
    /** The images of a sequence as a film. */
    MAKE_SLIDESHOW;

    /** The route's name: {@code generate_video}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name. */
    public static Optional<JobKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
    }
}
