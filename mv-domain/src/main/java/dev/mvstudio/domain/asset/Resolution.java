package dev.mvstudio.domain.asset;

import java.util.Optional;
import java.util.regex.Pattern;

/** The shorter side of a clip in pixels, written {@code 720p}. 120–4320. */
public record Resolution(int lines) {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{2,3}p");

    public Resolution {
        if (lines < 120 || lines > 4320) {
            throw new IllegalArgumentException("a resolution is 120p to 4320p: " + lines);
        }
    }

    /** Empty when the text is not of the form {@code 720p} or out of range. */
    public static Optional<Resolution> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int lines = Integer.parseInt(text.substring(0, text.length() - 1));
        return lines < 120 || lines > 4320 ? Optional.empty() : Optional.of(new Resolution(lines));
    }

    @Override
    public String toString() {
        return lines + "p";
    }
}
