package dev.mvstudio.adapter.comfyui;

import io.micronaut.http.ByteBodyHttpResponse;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** An answer whose body has not been read yet. Closing it hangs up: what was not read will not be read. */
final class Answer implements Closeable {
    private final ByteBodyHttpResponse<?> response;
    private final Runnable hangUp;

    Answer(ByteBodyHttpResponse<?> response, Runnable hangUp) {
        this.response = response;
        this.hangUp = hangUp;
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
        return new Bounded(response.byteBody().toInputStream(), this, most, longest);
    }

    /** The whole body as far as it has not more bytes than these. */
    byte[] bytes(int most, Duration longest) throws IOException {
        try (InputStream in = body(most, longest)) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        hangUp.run();
        response.close();
    }

    /** A body that is not read for ever. */
    private static final class Bounded extends FilterInputStream {
        private final Answer answer;
        private final long most;
        private final Duration longest;
        private final long since = System.nanoTime();
        private long count;
        private boolean closed;

        Bounded(InputStream in, Answer answer, long most, Duration longest) {
            super(in);
            this.answer = answer;
            this.most = most;
            this.longest = longest;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (closed) {
                throw new IOException("the body was closed"); // what is behind it would wait for ever
            }
            int read = length == 0 ? 0 : some(bytes, offset, length);
            count += Math.max(0, read);
            if (count > most) {
                throw new IOException("more than " + most + " bytes were sent");
            }
            if (System.nanoTime() - since > longest.toNanos()) {
                throw new IOException("only " + count + " bytes were sent in " + longest.toSeconds() + " s");
            }
            return read;
        }

        private int some(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (IOException | RuntimeException e) {
                throw new IOException("the connection broke after " + count + " bytes: " + e.getMessage(), e);
            }
        }

        @Override
        public long skip(long n) throws IOException {
            byte[] passed = new byte[(int) Math.max(1, Math.min(n, 8192))];
            return n <= 0 ? 0 : Math.max(0, read(passed, 0, (int) Math.min(n, passed.length)));
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() throws IOException {
            closed = true;
            try {
                super.close();
            } finally {
                answer.close();
            }
        }
    }
}
