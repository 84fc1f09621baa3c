package dev.mvstudio.adapter.local.preview.drawing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a text, lower-case. */
public record Words(List<String> words) {
    private static final int MOST = 2000;

    public static Words of(String text) {
        return new Words(Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList());
    }

    public boolean any(Set<String> wanted) {
        return words.stream().anyMatch(word -> wanted.contains(word) || wanted.contains(singular(word)));
    }

    /** Where the first of the wanted words stands; −1 for nowhere. */
    public int first(Set<String> wanted) {
        for (int i = 0; i < words.size(); i++) {
            if (wanted.contains(words.get(i)) || wanted.contains(singular(words.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
