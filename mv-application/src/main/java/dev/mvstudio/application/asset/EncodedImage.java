package dev.mvstudio.application.asset;

import java.util.Base64;
import java.util.regex.Pattern;

/** A picture as callers send it in JSON: base64, with or without a {@code data:} prefix. Prints as its size only. */
public record EncodedImage(String base64) {
    private static final Pattern DATA_URL = Pattern.compile("data:[^,]{0,100};base64,");

    /**
     * The bytes. Accepts the standard and the URL-safe alphabet, line breaks, and missing padding.
     *
     * @throws IllegalArgumentException when it is not base64
     */
    byte[] decode() {
        var prefix = DATA_URL.matcher(base64).region(0, Math.min(base64.length(), 120));
        String bare = prefix.lookingAt() ? base64.substring(prefix.end()) : base64;
        StringBuilder standard = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            switch (c) {
                case '\r', '\n', ' ', '\t' -> {}
                case '-' -> standard.append('+');
                case '_' -> standard.append('/');
                default -> standard.append(c);
            }
        }
        return Base64.getDecoder().decode(standard.toString());
    }

    @Override
    public String toString() {
        return "base64 image, " + base64.length() + " characters";
    }
}
