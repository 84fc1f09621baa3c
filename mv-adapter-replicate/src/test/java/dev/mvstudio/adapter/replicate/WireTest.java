package dev.mvstudio.adapter.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private void serve(HttpHandler handler) {
        server.createContext("/", handler);
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer get(Wire wire) throws IOException {
        return wire.send(
                HttpRequest.create(
                        HttpMethod.GET,
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/"),
                null);
    }

    @Test
    void nobody_waits_for_ever_for_somebody_who_is_silent() throws IOException {
        serve(exchange -> await());
        try (Wire wire = new Wire(SHORT, LONG, true)) {
            assertThatIOException()
                    .isThrownBy(() -> get(wire))
                    .isNotInstanceOf(UnsentException.class)
                    .withMessageContaining("Timeout");
        }
    }

    @Test
    void nobody_waits_for_ever_for_the_head_of_an_answer() throws IOException {
        serve(exchange -> await());
        try (Wire wire = new Wire(LONG, SHORT, false)) {
            assertThatIOException()
                    .isThrownBy(() -> get(wire))
                    .isNotInstanceOf(UnsentException.class)
                    .withMessageContaining("no answer within");
        }
    }

    @Test
    void nobody_waits_for_ever_for_the_rest_of_a_body() throws IOException {
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[50]);
            exchange.getResponseBody().flush();
            await();
        });
        try (Wire wire = new Wire(SHORT, LONG, true);
                Answer answer = get(wire);
                InputStream body = answer.body(100, LONG)) {
            assertThatIOException().isThrownBy(body::readAllBytes).withMessageContaining("after 50 bytes");
        }
    }

    @Test
    void a_body_that_comes_in_drops_is_given_up() throws IOException {
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (over.getCount() > 0) {
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
            }
        });
        try (Wire wire = new Wire(LONG, LONG, false);
                Answer answer = get(wire);
                InputStream body = answer.body(Long.MAX_VALUE, SHORT)) {
            assertThatIOException()
                    .isThrownBy(body::readAllBytes)
                    .withMessageMatching("only [0-9]+ bytes were sent in 0 s");
        }
    }

    @Test
    void a_body_without_end_is_given_up() throws IOException {
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (over.getCount() > 0) {
                exchange.getResponseBody().write(new byte[10_000]);
            }
        });
        try (Wire wire = new Wire(LONG, LONG, false);
                Answer answer = get(wire)) {
            assertThatIOException()
                    .isThrownBy(() -> answer.bytes(100_000, LONG))
                    .withMessage("more than 100000 bytes were sent");
        }
    }

    @Test
    void who_is_interrupted_stops_waiting() throws Exception {
        serve(exchange -> await());
        try (Wire wire = new Wire(LONG, LONG, true)) {
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
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[] {1, 2, (byte) 0xff});
            exchange.close();
        });
        try (Wire wire = new Wire(LONG, LONG, true);
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
        int port = server.getAddress().getPort();
        server.stop(0);
        try (Wire wire = new Wire(LONG, LONG, true)) {
            assertThatExceptionOfType(UnsentException.class)
                    .isThrownBy(() ->
                            wire.send(HttpRequest.create(HttpMethod.GET, "http://127.0.0.1:" + port + "/"), null));
        }
    }

    @Test
    void a_wire_that_was_never_used_can_be_closed() {
        assertThatNoException().isThrownBy(() -> new Wire(LONG, LONG, true).close());
    }
}
