package dev.mvstudio.domain.prompt;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words of a text, whole and in order, whatever their case and their way of being encoded.
 *
 * @param all folded
 */
record Words(List<String> all) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    static Words of(String text) {
        // To upper case first: the German "ß" has no capital of its own.
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return new Words(WORD.matcher(folded).results().map(MatchResult::group).toList());
    }

    /** Whether it says these words one after the other. No words are never said. */
    boolean say(Words others) {
        return !others.all.isEmpty() && Collections.indexOfSubList(all, others.all) >= 0;
    }

    boolean haveAny(Set<String> of) {
        return all.stream().anyMatch(of::contains);
    }
}
