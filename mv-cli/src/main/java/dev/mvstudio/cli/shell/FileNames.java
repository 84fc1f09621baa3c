package dev.mvstudio.cli.shell;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Readable file names: {@code A tourist robot explores Austin!} becomes {@code a-tourist-robot-explores-austin}. */
public final class FileNames {
    /** In characters; in UTF-8 four times as many bytes stay within what file systems take. */
    private static final int LONGEST = 50;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final Pattern NUMBERED_DEVICES = Pattern.compile("(com|lpt)[0-9]");

    private FileNames() {}

    /**
     * A name made from a text.
     *
     * @param fallback for a text without letters
     */
    public static String of(String text, String fallback) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String words =
                OTHERS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFC)).replaceAll("-");
        String name = shorten(trim(words.toLowerCase(Locale.ROOT)));
        if (DEVICES.contains(name) || NUMBERED_DEVICES.matcher(name).matches()) {
            return fallback + "-" + name;
        }
        return name.isEmpty() ? fallback : name;
    }

    private static String shorten(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        String cut = name.substring(0, name.offsetByCodePoints(0, LONGEST + 1));
        int lastWord = cut.lastIndexOf('-');
        return trim(lastWord > LONGEST / 2 ? cut.substring(0, lastWord) : cut);
    }

    private static String trim(String name) {
        int start = name.startsWith("-") ? 1 : 0;
        return name.endsWith("-") && name.length() > start
                ? name.substring(start, name.length() - 1)
                : name.substring(start);
    }
}
