package dev.mvstudio.testkit.gemini;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** Pictures that come with a request. */
final class Inline {
    private static final Set<String> TYPES =
            Set.of("image/png", "image/jpeg", "image/webp", "image/heic", "image/heif");
    private static final int ENOUGH = 24;

    private Inline() {}

    static boolean isSupported(String mimeType) {
        return TYPES.contains(mimeType.toLowerCase(Locale.ROOT));
    }

    /** Whether it is Base64 and begins as a PNG, JPEG, WebP or HEIC does. */
    static boolean isPicture(String base64) {
        if (base64.length() < ENOUGH) {
            return false;
        }
        byte[] start;
        try {
            start = Base64.getMimeDecoder().decode(base64.substring(0, ENOUGH));
        } catch (IllegalArgumentException e) {
            return false;
        }
        String text = new String(start, ISO_8859_1);
        return text.startsWith("\u0089PNG\r\n")
                || text.startsWith("\u00ff\u00d8\u00ff")
                || (text.startsWith("RIFF") && text.startsWith("WEBP", 8))
                || text.startsWith("ftyp", 4);
    }
}
