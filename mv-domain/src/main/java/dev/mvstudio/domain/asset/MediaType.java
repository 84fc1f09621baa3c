package dev.mvstudio.domain.asset;

import java.util.Optional;

/** The file formats that are stored. */
public enum MediaType {
    MP4("video/mp4", "mp4", Family.VIDEO),
    PNG("image/png", "png", Family.IMAGE),
    JPEG("image/jpeg", "jpg", Family.IMAGE),
    WEBP("image/webp", "webp", Family.IMAGE),
    MP3("audio/mpeg", "mp3", Family.AUDIO),
    WAV("audio/wav", "wav", Family.AUDIO),
    M4A("audio/mp4", "m4a", Family.AUDIO),
    AAC("audio/aac", "aac", Family.AUDIO),
    FLAC("audio/flac", "flac", Family.AUDIO),
    OGG("audio/ogg", "ogg", Family.AUDIO),
    JSON("application/json", "json", Family.TEXT),
    MARKDOWN("text/markdown", "md", Family.TEXT);

    /** What a format is good for. */
    public enum Family {
        VIDEO,
        IMAGE,
        AUDIO,
        TEXT
    }

    private final String mimeType;
    private final String extension;
    private final Family family;

    MediaType(String mimeType, String extension, Family family) {
        this.mimeType = mimeType;
        this.extension = extension;
        this.family = family;
    }

    public String mimeType() {
        return mimeType;
    }

    /** Without the dot. */
    public String extension() {
        return extension;
    }

    public Family family() {
        return family;
    }

    public static Optional<MediaType> ofExtension(String extension) {
        for (MediaType type : values()) {
            if (type.extension.equals(extension)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return mimeType;
    }
}
