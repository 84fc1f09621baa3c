package dev.mvstudio.adapter.replicate;

import io.micronaut.http.ByteBodyHttpResponse;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** An HTTP answer whose body has not been read yet. To be closed. */
final class Answer implements Closeable {
    private final Runnable hangUp;
    private final ByteBodyHttpResponse<?> response;

    Answer(Runnable hangUp, ByteBodyHttpResponse<?> response) {
        this.hangUp = hangUp;
        this.response = response;
    }

    int status() {
        return response.code();
    }

    boolean isSuccess() {
        return status() >= 200 && status() < 300;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(response.getHeaders().get(name));
    }

    /** The media type without its parameters, lower case; empty when there is none. */
    String mediaType() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /**
     * The body, once; closing it closes the answer.
     *
     * @param most bytes; one more is an error
     * @param longest how long reading it may take
     */
    InputStream body(long most, Duration longest) {
        return new BoundedBody(response.byteBody().toInputStream(), this, most, longest);
    }

    /** The whole body as far as it has not more bytes than these. */
    byte[] bytes(int most, Duration longest) throws IOException {
        try (InputStream in = body(most, longest)) {
            return in.readAllBytes();
        }
    }

    /** Keeps the connection for another call when the body was read to its end. */
    void finished() {
        response.close();
    }

    /** Hangs up: what was not read will not be read. */
    @Override
    public void close() {
        hangUp.run();
        response.close();
    }
}
