package dev.mvstudio.adapter.replicate;

import static dev.mvstudio.testkit.video.VideoRequests.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.replicate.Call;
import dev.mvstudio.testkit.replicate.OutputFault;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadsTest extends Rehearsal {
    private Output made() {
        return Settling.outputs(Settling.settle(clips(), start(clips(), plain(Account.VEO)), Duration.ofSeconds(10)))
                .get(0);
    }

    private byte[] read(Output output) throws IOException {
        try (InputStream in = clips().open(output)) {
            return in.readAllBytes();
        }
    }

    private ErrorCode refusal(URI location) {
        return code(() -> read(new Output(Account.REPLICATE, location)));
    }

    @Test
    void a_large_clip_comes_whole() throws IOException {
        fake.outputs().clipSize(20_000_000);

        assertThat(read(made())).hasSize(20_000_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "CHUNKED_CUT", "DROPPED"})
    void a_clip_that_breaks_off_is_an_error(OutputFault fault) {
        fake.outputs().clipSize(5_000_000).faults().once(fault);
        Output output = made();

        assertThatIOException().isThrownBy(() -> read(output));
    }

    @Test
    void what_broke_off_says_how_far_it_came() {
        fake.outputs().clipSize(5_000_000).faults().once(OutputFault.CUT);
        Output output = made();

        assertThatIOException()
                .isThrownBy(() -> read(output))
                .withMessageMatching("(?s)the connection broke after 2[45][0-9]{5} bytes: .*");
    }

    @Test
    void a_redirect_to_where_outputs_may_lie_is_followed() throws IOException {
        fake.outputs().faults().once(OutputFault.REDIRECT);

        assertThat(read(made())).isNotEmpty();
        assertThat(fake.ledger().calls(Call.OUTPUT)).isEqualTo(2);
    }

    @Test
    void redirects_without_end_are_given_up() {
        fake.outputs().faults().once(OutputFault.REDIRECT_LOOP);
        Output output = made();

        assertThat(refusal(output.location())).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
        assertThat(fake.ledger().calls(Call.OUTPUT)).isEqualTo(4);
    }

    @Test
    void a_redirect_to_elsewhere_is_not_followed() {
        fake.outputs().faults().once(OutputFault.REDIRECT_ELSEWHERE);
        Output output = made();

        assertThat(refusal(output.location())).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
        assertThat(fake.ledger().calls(Call.OUTPUT)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1:1/x.mp4",
                "https://127.0.0.1/x.mp4",
                "http://[::1]/x.mp4",
                "http://0x7f.1/x.mp4",
                "https://replicate.delivery.evil.example/x.mp4",
                "https://evilreplicate.delivery/x.mp4",
                "http://replicate.delivery/x.mp4",
                "https://user:secret@replicate.delivery/x.mp4",
                "https://replicate.delivery:8443/x.mp4",
                "file:///etc/passwd",
                "data:text/plain,hello",
                "//replicate.delivery/x.mp4",
                "x.mp4"
            })
    void what_does_not_lie_where_outputs_lie_is_not_asked_for(String location) {
        with(Map.of("output_hosts", "replicate.delivery, *.replicate.delivery"));

        assertThat(refusal(URI.create(location))).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
    }

    @Test
    void what_is_unavailable_may_be_tried_again() {
        fake.outputs().faults().once(OutputFault.UNAVAILABLE);

        assertThat(refusal(made().location())).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
    }

    @Test
    void what_is_gone_is_expired() {
        fake.outputs().faults().once(OutputFault.NOT_FOUND);

        assertThat(refusal(made().location())).isEqualTo(ErrorCode.OUTPUT_EXPIRED);
    }

    @Test
    void the_apis_own_origin_sees_the_token_and_no_other_does() throws IOException {
        AtomicReference<String> seen = new AtomicReference<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        URI origin = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        server.createContext("/", exchange -> {
            seen.set(exchange.getRequestHeaders().getFirst("Authorization"));
            boolean leads = exchange.getRequestURI().getPath().equals("/leads");
            if (leads) {
                exchange.getResponseHeaders().set("Location", made().location().toString());
            }
            exchange.sendResponseHeaders(leads ? 302 : 200, leads ? -1 : 2);
            exchange.getResponseBody().write(leads ? new byte[0] : new byte[] {1, 2});
            exchange.close();
        });
        Output output = made();
        server.start();
        try (ReplicateClient other = Account.client(fake, Map.of("base_url", origin + "/v1"))) {
            ReplicateVideoModel clips = new ReplicateVideoModel(other);
            try (InputStream in = clips.open(new Output(Account.REPLICATE, origin.resolve("/v1/files/x/download")))) {
                assertThat(in.readAllBytes()).hasSize(2);
            }
            assertThat(seen).hasValue("Bearer " + fake.token());

            try (InputStream in = clips.open(new Output(Account.REPLICATE, origin.resolve("/leads")))) {
                assertThat(in.readAllBytes()).hasSize(read(output).length);
            }
        } finally {
            server.stop(0);
        }
        assertThat(fake.outputs().askedWithToken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=UTF-8", "text/plain", "application/json"})
    void a_page_in_place_of_a_clip_is_a_strange_answer(String type) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write(new byte[4]);
            exchange.close();
        });
        server.start();
        String host = "127.0.0.1:" + server.getAddress().getPort();
        try {
            with(Map.of("output_hosts", host));
            assertThat(refusal(URI.create("http://" + host + "/x.mp4"))).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_download_that_nobody_wants_any_more_is_hung_up_on() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "video/mp4");
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(new byte[65536]);
                }
            } catch (IOException e) {
                hungUp.countDown();
            }
        });
        server.start();
        String host = "127.0.0.1:" + server.getAddress().getPort();
        try {
            with(Map.of("output_hosts", host));
            try (InputStream in = clips().open(new Output(Account.REPLICATE, URI.create("http://" + host + "/x")))) {
                assertThat(in.readNBytes(100_000)).hasSize(100_000);
            }
            assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_message_about_a_download_has_no_query() {
        ProviderException refusal = org.assertj.core.api.Assertions.catchThrowableOfType(
                ProviderException.class,
                () -> read(new Output(Account.REPLICATE, URI.create("https://elsewhere.example/x.mp4?token=secret"))));

        assertThat(refusal)
                .hasMessageContaining("https://elsewhere.example/x.mp4")
                .hasMessageNotContaining("secret");
    }
}
