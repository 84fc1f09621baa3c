package dev.mvstudio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private Odd server;

    @BeforeEach
    void start() throws IOException {
        server = Odd.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer get(Wire wire) throws IOException {
        return wire.send(Request.get(server.at("/")));
    }

    @Test
    void nobody_waits_for_ever_for_somebody_who_is_silent() throws IOException {
        server.serve(exchange -> server.await());
        try (Wire wire = Wire.pooled(SHORT, LONG)) {
            assertThatExceptionOfType(LateException.class)
                    .isThrownBy(() -> get(wire))
                    .withMessageContaining("no answer within")
                    .matches(e -> !e.hasBegun());
        }
    }

    @Test
    void nobody_waits_for_ever_for_the_head_of_an_answer() throws IOException {
        server.serve(exchange -> server.await());
        try (Wire wire = Wire.single(LONG, SHORT)) {
            assertThatExceptionOfType(LateException.class)
                    .isThrownBy(() -> get(wire))
                    .withMessageContaining("no answer within")
                    .matches(e -> !e.hasBegun());
        }
    }

    @Test
    void nobody_waits_for_ever_for_the_rest_of_a_body() throws IOException {
        server.serve(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[50]);
            exchange.getResponseBody().flush();
            server.await();
        });
        try (Wire wire = Wire.pooled(SHORT, LONG);
                Answer answer = get(wire);
                InputStream body = answer.body(100, LONG)) {
            assertThatExceptionOfType(LateException.class)
                    .isThrownBy(body::readAllBytes)
                    .withMessage("nothing came after 50 bytes")
                    .matches(LateException::hasBegun);
        }
    }

    @Test
    void a_body_that_comes_in_drops_is_given_up() throws IOException {
        server.serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (server.over.getCount() > 0) {
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
            }
        });
        try (Wire wire = Wire.single(LONG, LONG);
                Answer answer = get(wire);
                InputStream body = answer.body(Long.MAX_VALUE, SHORT)) {
            assertThatExceptionOfType(LateException.class)
                    .isThrownBy(body::readAllBytes)
                    .withMessageMatching("only [0-9]+ bytes were sent in 0 s");
        }
    }

    @Test
    void a_body_without_end_is_given_up() throws IOException {
        server.serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (server.over.getCount() > 0) {
                exchange.getResponseBody().write(new byte[10_000]);
            }
        });
        try (Wire wire = Wire.single(LONG, LONG);
                Answer answer = get(wire)) {
            assertThatExceptionOfType(TooLargeException.class)
                    .isThrownBy(() -> answer.bytes(100_000, LONG))
                    .withMessage("more than 100000 bytes were sent");
        }
    }

    @Test
    void who_is_interrupted_stops_waiting() throws Exception {
        server.serve(exchange -> server.await());
        try (Wire wire = Wire.pooled(LONG, LONG)) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread caller = Thread.ofVirtual().start(() -> {
                try {
                    get(wire);
                } catch (IOException e) {
                    thrown.set(e);
                }
            });
            caller.interrupt();
            caller.join();

            assertThat(thrown.get()).hasMessageContaining("interrupted");
        }
    }

    @Test
    void a_body_can_be_skipped_and_read_byte_by_byte_and_not_behind_its_end() throws IOException {
        server.serve(exchange -> {
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[] {1, 2, (byte) 0xff});
            exchange.close();
        });
        try (Wire wire = Wire.pooled(LONG, LONG);
                Answer answer = get(wire)) {
            InputStream body = answer.body(3, LONG);

            assertThat(body.markSupported()).isFalse();
            assertThat(body.skip(2)).isEqualTo(2);
            assertThat(body.read()).isEqualTo(0xff);
            assertThat(body.read()).isEqualTo(-1);
            assertThat(body.skip(1)).isZero();
            body.close();
            assertThatIOException().isThrownBy(body::read);
        }
    }

    @Test
    void what_could_not_be_sent_says_so() throws IOException {
        server.stop();
        try (Wire wire = Wire.pooled(LONG, LONG)) {
            assertThatExceptionOfType(UnsentException.class).isThrownBy(() -> get(wire));
        }
    }

    @Test
    void a_connection_that_ends_without_an_answer_may_have_brought_the_request() throws IOException {
        server.serve(HttpExchange::close);
        try (Wire wire = Wire.single(LONG, LONG)) {
            assertThatIOException()
                    .isThrownBy(() -> get(wire))
                    .isNotInstanceOf(UnsentException.class)
                    .isNotInstanceOf(LateException.class);
        }
    }

    @Test
    void a_body_that_is_cut_off_is_not_taken_for_whole() throws IOException {
        server.serve(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[50]);
            exchange.getResponseBody().flush();
            throw new IOException("cut on purpose");
        });
        try (Wire wire = Wire.single(LONG, LONG);
                Answer answer = get(wire)) {
            assertThatIOException()
                    .isThrownBy(() -> answer.bytes(100, LONG))
                    .isNotInstanceOf(LateException.class)
                    .withMessageMatching("the connection broke after (0|50) bytes.*");
        }
    }

    @Test
    void pooled_calls_share_a_connection_and_single_ones_do_not() throws IOException {
        server.serve(exchange -> Odd.answer(exchange, 200, "yes"));
        try (Wire wire = Wire.pooled(LONG, LONG)) {
            read(wire);
            read(wire);
        }
        assertThat(server.callers).hasSize(1);
        try (Wire wire = Wire.single(LONG, LONG)) {
            read(wire);
            read(wire);
        }
        assertThat(server.callers).hasSize(3);
    }

    private void read(Wire wire) throws IOException {
        try (Answer answer = get(wire)) {
            assertThat(answer.bytes(3, LONG)).hasSize(3);
        }
    }

    @Test
    void a_single_connection_is_closed_with_its_answer() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        server.serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (server.over.getCount() > 0) {
                    exchange.getResponseBody().write(new byte[10_000]);
                }
            } catch (IOException e) {
                hungUp.countDown();
            }
        });
        try (Wire wire = Wire.single(LONG, LONG)) {
            get(wire).close();

            assertThat(hungUp.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void nothing_is_followed() throws IOException {
        server.serve(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            Odd.answer(exchange, 302, "");
        });
        try (Wire wire = Wire.single(LONG, LONG);
                Answer answer = get(wire)) {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.isSuccess()).isFalse();
            assertThat(answer.header("location")).contains("/elsewhere");
            assertThat(answer.address()).isEqualTo(server.at("/"));
        }
    }

    @Test
    void a_wire_that_was_never_used_can_be_closed() {
        assertThatNoException().isThrownBy(() -> Wire.pooled(LONG, LONG).close());
    }
}
