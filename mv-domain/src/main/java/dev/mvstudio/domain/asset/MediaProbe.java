package dev.mvstudio.domain.asset;

import java.nio.file.Path;

/** Looks into media files. Reads headers first: a picture of a million megapixels is refused, not decoded. */
public interface MediaProbe {
    /**
     * What the file is, by its content.
     *
     * @throws InvalidMediaException when it is empty, truncated, damaged, over the limits, or of no known format; the
     *     message says which
     */
    MediaInfo probe(Path file);
}
