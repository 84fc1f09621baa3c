package dev.mvstudio.adapter.comfyui;

import static java.nio.charset.StandardCharsets.UTF_16;

/** Puts right what others wrote. */
final class Wording {
    private static final int LONGEST_QUOTE = 300;

    private Wording() {}

    /** The same text; halves of characters, which JSON can carry and nothing else can, become the replacement character. */
    static String wellFormed(String text) {
        return UTF_16.decode(UTF_16.encode(text)).toString();
    }

    /** One line of limited length, not cut in the middle of a character, for messages. */
    static String quoted(String text) {
        String line = wellFormed(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.length() <= LONGEST_QUOTE) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return line.substring(0, end) + "…";
    }
}
