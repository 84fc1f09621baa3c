package dev.mvstudio.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContentTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicReference<String> received = new AtomicReference<>();
    private final Wire wire = Wire.single(LONG, LONG);
    private Odd server;

    @BeforeEach
    void start() throws IOException {
        server = Odd.start();
        server.serve(exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.set(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + exchange.getRequestHeaders().getFirst("Content-Length") + " " + body.length + " "
                    + new String(body, 0, Math.min(20, body.length), UTF_8));
            Odd.answer(exchange, 200, "");
        });
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        server.close();
    }

    private void send(Content content) throws IOException {
        wire.send(Request.of(Method.POST, server.at("/")).content(content)).close();
    }

    @Test
    void json_is_sent() throws IOException {
        send(Content.json(Map.of("seed", 0)));

        assertThat(received.get()).isEqualTo("POST application/json 10 10 {\"seed\":0}");
    }

    @Test
    void a_stream_is_sent_with_its_length() throws IOException {
        send(Content.of("image/png", () -> new ByteArrayInputStream(new byte[3_000_000]), 3_000_000));

        assertThat(received.get()).startsWith("POST image/png 3000000 3000000 ");
    }

    @Test
    void a_stream_is_closed_with_its_answer() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        send(Content.of("image/png", () -> noticing(closed), 3));

        assertThat(closed).isTrue();
    }

    private static InputStream noticing(AtomicBoolean closed) {
        return new FilterInputStream(new ByteArrayInputStream(new byte[3])) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
    }

    @Test
    void what_cannot_be_opened_is_not_sent() {
        Content.Source gone = () -> {
            throw new IOException("the disk is gone");
        };
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> send(Content.of("image/png", gone, 3)))
                .withMessage("the disk is gone");
        assertThat(server.callers).isEmpty();
    }

    @Test
    void a_stream_that_breaks_is_not_the_other_sides_fault() {
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        InputStream in = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), broken);

        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> send(Content.of("image/png", () -> in, 200_000)))
                .withMessage("the disk is gone");
        assertThat(received.get()).isNull();
    }

    @Test
    void a_stream_that_ends_early_is_not_sent_as_if_it_were_whole() {
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> send(Content.of("image/png", () -> new ByteArrayInputStream(new byte[3]), 4)))
                .withMessage("it should have 4 bytes, and has 3");
    }

    @Test
    void a_stream_that_goes_on_is_not_sent_as_if_it_were_whole() {
        assertThatIOException()
                .isThrownBy(() -> send(Content.of("image/png", () -> new ByteArrayInputStream(new byte[9]), 4)))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void what_could_not_be_sent_stays_unsent_with_a_stream_which_is_closed() {
        AtomicBoolean closed = new AtomicBoolean();
        server.stop();

        assertThatExceptionOfType(UnsentException.class)
                .isThrownBy(() -> send(Content.of("image/png", () -> noticing(closed), 3)));
        assertThat(closed).isTrue();
    }

    @Test
    void a_request_does_not_print_what_lets_somebody_in() {
        Request request =
                Request.of(Method.DELETE, server.at("/files/1?key=secret")).header("Authorization", "Bearer secret");

        assertThat(request).hasToString("DELETE http://127.0.0.1/files/1");
    }
}
