package dev.mvstudio.domain.image;

import java.util.Locale;
import java.util.Optional;

/** What a scene of an image sequence shows. */
public enum SceneType {
    /** The character, somewhere. */
    CHARACTER("character"),
    /** What is around, without the character. */
    B_ROLL("b-roll");

    private final String word;

    SceneType(String word) {
        this.word = word;
    }

    /** {@code character}, {@code b-roll}. */
    public String word() {
        return word;
    }

    /** Reads {@code character} or {@code b-roll} in any case; the latter also as {@code b_roll} and {@code broll}. */
    public static Optional<SceneType> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "character" -> Optional.of(CHARACTER);
            case "b-roll", "broll" -> Optional.of(B_ROLL);
            default -> Optional.empty();
        };
    }
}
