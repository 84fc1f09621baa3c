package dev.mvstudio.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What is in a request: bytes, or a stream that is read while it is sent. */
public final class Content {
    private final String type;
    private final byte @Nullable [] bytes;
    private final Source source;
    private final long length;

    private Content(String type, byte @Nullable [] bytes, Source source, long length) {
        this.type = type;
        this.bytes = bytes;
        this.source = source;
        this.length = length;
    }

    /** Opens what is to be sent. */
    @FunctionalInterface
    public interface Source {
        /** From its beginning; closed by the wire. */
        InputStream open() throws IOException;
    }

    /** @param type the media type, with its parameters */
    public static Content of(String type, byte[] bytes) {
        return new Content(type, bytes, () -> new ByteArrayInputStream(bytes), bytes.length);
    }

    /**
     * What {@link Json#bytes} makes of something.
     *
     * @param value maps, lists, words and numbers
     */
    public static Content json(Object value) {
        return of("application/json", Json.bytes(value));
    }

    /**
     * Bytes that nobody holds all at once.
     *
     * @param type the media type, with its parameters
     * @param source opened before there is a connection, and read by another thread
     * @param length how many bytes come out of it
     */
    public static Content of(String type, Source source, long length) {
        return new Content(type, null, source, length);
    }

    String type() {
        return type;
    }

    byte @Nullable [] bytes() {
        return bytes;
    }

    MeasuredStream open() throws UnreadableException {
        try {
            return new MeasuredStream(source.open(), length);
        } catch (IOException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()), e);
        }
    }

    long length() {
        return length;
    }
}
