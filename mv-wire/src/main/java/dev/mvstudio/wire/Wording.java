package dev.mvstudio.wire;

import static java.nio.charset.StandardCharsets.UTF_16;

/** Puts right what others wrote. */
public final class Wording {
    private static final int LONGEST_QUOTE = 300;

    private Wording() {}

    /** The same text; halves of characters, which JSON can carry and nothing else can, become the replacement character. */
    public static String wellFormed(String text) {
        return UTF_16.decode(UTF_16.encode(text)).toString();
    }

    /**
     * The beginning of a text, not cut in the middle of a character.
     *
     * @param most in {@code char}s
     */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** One line of limited length, for messages. What it quotes may hold keys: those are taken out before. */
    public static String quoted(String text) {
        String line = wellFormed(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_QUOTE ? line : cut(line, LONGEST_QUOTE) + "…";
    }
}
