package dev.mvstudio.domain.prompt;

import java.util.stream.Stream;

/**
 * A character, each field a list of traits with commas in between; blank where nothing is known.
 *
 * @param baseTraits who it is: {@code young female warrior}
 * @param facialFeatures its face and hair
 * @param clothing what it wears
 * @param distinctiveFeatures by what it is recognized
 */
public record CharacterTraits(String baseTraits, String facialFeatures, String clothing, String distinctiveFeatures) {
    /** Nobody in particular. */
    public static final CharacterTraits NONE = new CharacterTraits("", "", "", "");

    /** Whether nothing is known. */
    public boolean isBlank() {
        return Stream.of(baseTraits, facialFeatures, clothing, distinctiveFeatures)
                .allMatch(String::isBlank);
    }
}
