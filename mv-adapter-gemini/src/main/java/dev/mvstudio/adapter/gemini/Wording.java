package dev.mvstudio.adapter.gemini;

import static java.nio.charset.StandardCharsets.UTF_16;

/** Puts right what others wrote. */
final class Wording {
    private static final int LONGEST_QUOTE = 300;

    private Wording() {}

    /** The same text; halves of characters, which JSON can carry and nothing else can, become the replacement character. */
    static String wellFormed(String text) {
        return UTF_16.decode(UTF_16.encode(text)).toString();
    }

    /** The beginning of a text, not cut in the middle of a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** One line of limited length, for messages; Google's keys, whosever they are, are left out. */
    static String quoted(String text) {
        String line = wellFormed(text)
                .replaceAll("AIza[\\w-]{6,}", "***")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return line.length() <= LONGEST_QUOTE ? line : cut(line, LONGEST_QUOTE) + "…";
    }

    /** A colon and a quote; nothing for nothing. */
    static String said(String text) {
        return text.isBlank() ? "" : ": " + quoted(text);
    }
}
