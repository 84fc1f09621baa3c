package dev.mvstudio.domain.prompt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A character in words of a prompt: its fields in a fixed order, each emphasized as a whole: {@code (red cloak:1.2)}. */
public final class CharacterPrompt {
    private CharacterPrompt() {}

    /** Blank fields leave nothing behind; nobody in particular is an empty text. */
    public static String of(CharacterTraits who, TraitWeights weights) {
        return Stream.of(
                        field(who.baseTraits(), weights.baseTraits()),
                        field(who.facialFeatures(), weights.facialFeatures()),
                        field(who.clothing(), weights.clothing()),
                        field(who.distinctiveFeatures(), weights.distinctiveFeatures()))
                .flatMap(Optional::stream)
                .map(Term::written)
                .collect(Collectors.joining(", "));
    }

    private static Optional<Term> field(String traits, double weight) {
        List<Term> terms = Term.parse(traits);
        return terms.isEmpty() ? Optional.empty() : Optional.of(Term.weighted(terms, weight));
    }
}
