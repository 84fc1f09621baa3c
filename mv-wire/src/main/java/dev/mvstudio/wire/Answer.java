package dev.mvstudio.wire;

import io.micronaut.http.ByteBodyHttpResponse;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** An answer whose body has not been read yet. To be closed: what was not read then will not be read. */
public final class Answer implements Closeable {
    private final URI address;
    private final ByteBodyHttpResponse<?> response;
    private final Runnable hangUp;

    Answer(URI address, ByteBodyHttpResponse<?> response, Runnable hangUp) {
        this.address = address;
        this.response = response;
        this.hangUp = hangUp;
    }

    /** What was asked; may hold what lets somebody in. */
    public URI address() {
        return address;
    }

    public int status() {
        return response.code();
    }

    public boolean isSuccess() {
        return status() >= 200 && status() < 300;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(response.getHeaders().get(name));
    }

    /** The media type without its parameters, lower case; empty when there is none. */
    public String mediaType() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Whether it is words and no file: somebody's error page, or a request to log in. */
    public boolean isPage() {
        String type = mediaType();
        return type.startsWith("text/") || type.equals("application/json") || type.equals("application/xhtml+xml");
    }

    /** What time it was there; empty when it does not say so. */
    public Optional<Instant> date() {
        return header("Date").flatMap(RetryAfter::date);
    }

    /**
     * How long it asks to wait, in {@code Retry-After} as seconds or a date, or in {@code retry-after-ms}.
     *
     * @param now over there
     * @return from zero to an hour; empty when it does not say so
     */
    public Optional<Duration> retryAfter(Instant now) {
        return RetryAfter.of(this, now);
    }

    /**
     * The body, once; closing it closes the answer. Reading it fails with a {@link LateException} when it takes too long,
     * and with a {@link TooLargeException} when there is more.
     *
     * @param most bytes; one more is an error
     * @param longest how long reading it may take, beside the silence that the wire allows
     */
    public InputStream body(long most, Duration longest) {
        return new BoundedBody(response.byteBody().toInputStream(), this, most, longest);
    }

    /**
     * The whole body, once.
     *
     * @param most bytes; one more is an error
     * @param longest how long reading it may take, beside the silence that the wire allows
     * @throws LateException when it takes longer
     * @throws TooLargeException when there is more
     * @throws IOException when it does not arrive whole
     */
    public byte[] bytes(int most, Duration longest) throws IOException {
        try (InputStream in = body(most, longest)) {
            return in.readAllBytes();
        }
    }

    /** Keeps the connection, if it is pooled, for another call: the body was read to its end. */
    void finished() {
        response.close();
    }

    /** Hangs up, if the connection is not pooled: what was not read will not be read. */
    @Override
    public void close() {
        hangUp.run();
        response.close();
    }
}
