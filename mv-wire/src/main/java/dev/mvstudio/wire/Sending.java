package dev.mvstudio.wire;

import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.stream.InputStreamByteBody;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Content on its way.
 *
 * @param body closed by the client; null for nothing
 * @param stream what the body is read from; null when it is in memory
 */
record Sending(@Nullable CloseableByteBody body, @Nullable MeasuredStream stream) {
    private static final ByteBodyFactory BODIES = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);

    static Sending of(@Nullable Content content) throws UnreadableException {
        if (content == null) {
            return new Sending(null, null);
        }
        byte[] bytes = content.bytes();
        if (bytes != null) {
            return new Sending(BODIES.adapt(bytes), null);
        }
        MeasuredStream stream = content.open();
        return new Sending(
                InputStreamByteBody.create(
                        stream, OptionalLong.of(content.length()), Thread.ofVirtual()::start, BODIES),
                stream);
    }

    /** Why it went wrong: what cannot be read is the cause of all that follows. */
    IOException cause(IOException seen) {
        return stream == null ? seen : stream.failure().<IOException>map(f -> f).orElse(seen);
    }

    /** Nobody reads any more. */
    void end() {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                // All of it was read, or nobody wants it.
            }
        }
    }
}
