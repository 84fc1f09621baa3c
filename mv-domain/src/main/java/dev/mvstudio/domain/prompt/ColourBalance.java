package dev.mvstudio.domain.prompt;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@link TraitFilter} does about colours, and what it adds.
 *
 * @param strongColours words that need balancing, in any case
 * @param limit the most that a strong colour counts, 1–2
 * @param grading what is added where there is a strong colour
 * @param quality what is added to every atmosphere
 */
public record ColourBalance(Set<String> strongColours, double limit, List<String> grading, List<String> quality) {
    public ColourBalance {
        strongColours = strongColours.stream()
                .flatMap(colour -> Words.of(colour).all().stream())
                .collect(Collectors.toUnmodifiableSet());
        grading = List.copyOf(grading);
        quality = List.copyOf(quality);
    }
}
