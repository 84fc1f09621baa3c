package dev.mvstudio.domain.image;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names an image sequence, and the folder that holds its images: 1–64 letters, digits, {@code _} and {@code -}. */
public record FolderId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    public FolderId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the name of a folder: " + value);
        }
    }

    /** Empty for anything that is not safe as a folder's name. */
    public static Optional<FolderId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new FolderId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
