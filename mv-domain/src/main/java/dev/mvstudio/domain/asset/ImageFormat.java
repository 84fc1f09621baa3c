package dev.mvstudio.domain.asset;

import java.util.Locale;
import java.util.Optional;

/** The image formats that are written. */
public enum ImageFormat {
    PNG(MediaType.PNG),
    JPEG(MediaType.JPEG),
    WEBP(MediaType.WEBP);

    private final MediaType mediaType;

    ImageFormat(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** {@code png}, {@code jpeg}, {@code webp}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@code png}, {@code jpeg}, {@code jpg} or {@code webp} in any case. */
    public static Optional<ImageFormat> parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "png" -> Optional.of(PNG);
            case "jpeg", "jpg" -> Optional.of(JPEG);
            case "webp" -> Optional.of(WEBP);
            default -> Optional.empty();
        };
    }
}
