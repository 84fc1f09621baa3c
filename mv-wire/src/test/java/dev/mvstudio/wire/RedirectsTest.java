package dev.mvstudio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Wire wire = Wire.single(LONG, LONG);
    private final List<String> asked = new ArrayList<>();
    private Odd server;

    @BeforeEach
    void start() throws IOException {
        server = Odd.start();
        server.serve("/file", exchange -> Odd.answer(exchange, 200, ""));
        server.serve("/round", exchange -> redirect(exchange, "/round"));
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        server.close();
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().set("Location", target);
        Odd.answer(exchange, 307, "");
    }

    private Answer follow(String path) throws IOException {
        return Redirects.follow(server.at(path), 2, address -> {
            asked.add(address.getPath());
            return wire.send(Request.get(address));
        });
    }

    @Test
    void every_address_is_shown_to_whoever_asks() throws IOException {
        server.serve("/a", exchange -> redirect(exchange, "b"));
        server.serve("/b", exchange -> redirect(exchange, server.at("/file").toString()));

        try (Answer answer = follow("/a")) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.address()).isEqualTo(server.at("/file"));
        }
        assertThat(asked).containsExactly("/a", "/b", "/file");
    }

    @Test
    void not_more_than_so_many_are_followed() {
        assertThatExceptionOfType(AstrayException.class)
                .isThrownBy(() -> follow("/round"))
                .withMessage("it leads on and on")
                .matches(e -> e.address().equals(server.at("/round")));
        assertThat(asked).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://a b/"})
    void a_redirect_to_nowhere_says_so(String target) {
        server.serve("/lost", exchange -> redirect(exchange, target));

        assertThatExceptionOfType(AstrayException.class)
                .isThrownBy(() -> follow("/lost"))
                .withMessage("it leads nowhere");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, HTTPS://A.example:443/y, true",
        "http://a.example, http://a.example:80, true",
        "https://a.example, http://a.example, false",
        "https://a.example, https://a.example:8443, false",
        "https://a.example, https://a.example.org, false"
    })
    void an_origin_is_scheme_host_and_port(URI one, URI other, boolean same) {
        assertThat(Origin.of(one).equals(Origin.of(other))).isEqualTo(same);
    }
}
