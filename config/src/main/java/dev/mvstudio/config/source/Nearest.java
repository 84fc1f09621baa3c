package dev.mvstudio.config.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that was probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The known word that is reached with the fewest changes, when they are few. */
    public static Optional<String> to(String word, Collection<String> known) {
        int most = word.length() < 4 ? 1 : Math.max(2, word.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(most);
        return known.stream()
                .filter(k -> distance.apply(word, k) >= 0)
                .min(Comparator.comparing((String k) -> distance.apply(word, k)).thenComparing(k -> k));
    }

    /** For messages: {@code did you mean port?}, or else what there is. */
    public static String hint(String word, Collection<String> known) {
        return to(word, known)
                .map(meant -> "did you mean " + meant + "?")
                .orElseGet(() -> "known: " + known.stream().sorted().collect(Collectors.joining(", ")));
    }
}
