package dev.mvstudio.adapter.local.preview.scene;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a story is about, in words of its idea that fit into a caption.
 *
 * @param headline its first sentence or the beginning of it
 * @param quote the same, shorter
 * @param place the name of the place where it says that it takes place
 */
record Theme(String headline, String quote, Optional<String> place) {
    private static final int HEADLINE = 56;
    private static final int QUOTE = 40;
    private static final int MOST = 400;
    private static final int LONGEST_PLACE = 30;
    private static final int SHORTEST_SENTENCE = 8;
    /** From here on, letters are as wide as two. */
    private static final int WIDE = 0x1100;

    private static final Pattern END = Pattern.compile("[.!?]+(?=\\s|$)|[。！？]+");
    private static final Pattern LOOSE_END = Pattern.compile("[\\s.!?。！？,;:—–-]+$");
    private static final Pattern TITLE_CASE = Pattern.compile("^(?:\\P{Ll}\\S*\\s+){3}");
    private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}'’-]*\\p{Ll}[\\p{L}\\p{M}'’-]*";
    private static final Pattern PLACE = Pattern.compile("(?<=\\s)(?i:in|through|across|around|explor(?:es?|ing)|"
            + "visit(?:s|ing)?|discover(?:s|ing)?|durch|besucht|erkundet|nach|en|por|explora|à|visite|explore)\\s+"
            + "((?:the\\s+)?" + NAME + "(?:\\s+(?:(?:de|del|la|of|the|am|an|der)\\s+){0,2}" + NAME + ")*(?:,\\s" + NAME
            + ")?)");
    private static final Pattern SEASON = Pattern.compile(
            "(?:January|February|March|April|May|June|July|August|"
                    + "September|October|November|December|Spring|Summer|Autumn|Winter|Love|English|French|German|Spanish)\\b.*");

    static Theme of(String idea) {
        String text = idea.substring(0, Math.min(idea.length(), MOST))
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\s]+", " ")
                .strip();
        String sentence = sentence(text);
        return new Theme(shortened(sentence, HEADLINE), shortened(sentence, QUOTE), place(text));
    }

    boolean isSomewhere() {
        return place.isPresent();
    }

    /** Empty when there is nothing to be said about it. */
    boolean isEmpty() {
        return headline.isEmpty();
    }

    /** No full stop is left inside: a caption would end there. */
    private static String sentence(String text) {
        Matcher end = END.matcher(text);
        int length = text.length();
        while (end.find()) {
            if (end.start() >= SHORTEST_SENTENCE) {
                length = end.start();
                break;
            }
        }
        String first = END.matcher(text.substring(0, length)).replaceAll("");
        return LOOSE_END.matcher(first).replaceAll("");
    }

    /** Ends between words, if there are any. */
    private static String shortened(String text, int most) {
        int width = 0;
        int blank = -1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int letter = text.codePointAt(i);
            blank = letter == ' ' ? i : blank;
            width += letter < WIDE ? 1 : 2;
            if (width > most) {
                String kept = text.substring(0, blank > most / 2 ? blank : i);
                return LOOSE_END.matcher(kept).replaceAll("") + "…";
            }
        }
        return text;
    }

    /** Where every word has a capital letter, names cannot be told. */
    private static Optional<String> place(String text) {
        if (TITLE_CASE.matcher(text).find()) {
            return Optional.empty();
        }
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name ->
                        name.length() <= LONGEST_PLACE && !SEASON.matcher(name).matches())
                .findFirst();
    }
}
