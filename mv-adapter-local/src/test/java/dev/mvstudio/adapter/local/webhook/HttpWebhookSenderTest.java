package dev.mvstudio.adapter.local.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.mvstudio.adapter.local.address.HostResolver;
import dev.mvstudio.domain.provider.Secret;
import dev.mvstudio.domain.webhook.Receipt;
import dev.mvstudio.domain.webhook.WebhookSender;
import dev.mvstudio.testkit.webhook.WebhookSenderContract;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a receiver on this machine, which is allowed here. */
class HttpWebhookSenderTest extends WebhookSenderContract {
    private static final byte[] KEY = "24 bytes are the least..".getBytes(StandardCharsets.US_ASCII);
    private static final Secret SECRET =
            new Secret("whsec_" + Base64.getEncoder().encodeToString(KEY));
    private static final WebhookConfiguration ANYWHERE = new WebhookConfiguration(SECRET, true);
    private static final byte[] BODY = "{\"text\":\"für dich\"}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Receiver receiver;
    private final HttpWebhookSender sender = new HttpWebhookSender(ANYWHERE, HostResolver.SYSTEM);

    HttpWebhookSenderTest() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        sender.close();
        receiver.close();
    }

    @Override
    protected WebhookSender sender() {
        return sender;
    }

    @Override
    protected URI answering(int status) {
        return receiver.answering("/" + status, exchange -> {
            if (status > 0) {
                exchange.sendResponseHeaders(status, -1);
            }
        });
    }

    @Override
    protected URI answering(int status, Duration retryAfter) {
        return waiting(status, String.valueOf(retryAfter.toSeconds()));
    }

    private URI waiting(int status, String retryAfter) {
        return receiver.answering("/" + status, exchange -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            exchange.sendResponseHeaders(status, -1);
        });
    }

    @Override
    protected List<String> received(URI url) {
        return receiver.received(url.getPath()).stream()
                .map(m -> m.header("webhook-id") + " " + m.body())
                .toList();
    }

    @Test
    void a_message_carries_the_signature_that_anybody_with_the_secret_comes_to() throws GeneralSecurityException {
        sender.send(answering(200), "5f_3", NOON, BODY);

        Receiver.Message message = receiver.received("/200").get(0);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        mac.update(("5f_3." + NOON.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
        String expected = Base64.getEncoder().encodeToString(mac.doFinal(BODY));
        assertThat(message.header("webhook-signature")).isEqualTo("v1," + expected);
        assertThat(message.header("webhook-timestamp")).isEqualTo(String.valueOf(NOON.getEpochSecond()));
        assertThat(message.method()).isEqualTo("POST");
        assertThat(message.header("content-type")).startsWith("application/json");
        assertThat(message.headers().keySet()).doesNotContain("Authorization", "Cookie");
    }

    @Test
    void the_reference_library_takes_it_and_nothing_else() throws WebhookVerificationException {
        sender.send(answering(200), "5f_3", Instant.now(), BODY);

        Receiver.Message message = receiver.received("/200").get(0);
        Webhook verifier = new Webhook(SECRET.reveal());
        var headers = new java.util.HashMap<String, List<String>>();
        message.headers().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values));
        verifier.verify(message.body(), headers);
        assertThatThrownBy(() -> verifier.verify(message.body() + " ", headers))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fri, 20 Nov 2026 12:01:30 GMT | 90",
                "Fri, 20 Nov 2026 11:00:00 GMT |",
                "0 | 0",
                "-5 |",
                "soon |",
                "99999999999999999999 |"
            })
    void how_long_to_wait_may_be_a_date_and_nonsense_is_nothing(String value, Long seconds) {
        assertThat(sender.send(waiting(503, value), "5f_3", NOON, BODY))
                .isEqualTo(new Receipt.Refused(503, seconds == null ? null : Duration.ofSeconds(seconds)));
    }

    @Test
    void a_redirect_is_not_followed() {
        URI elsewhere = answering(200);
        URI moved = receiver.answering("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", elsewhere.toString());
            exchange.sendResponseHeaders(307, -1);
        });

        assertThat(sender.send(moved, "5f_3", NOON, BODY)).isEqualTo(new Receipt.Refused(307, null));
        assertThat(receiver.received("/200")).isEmpty();
    }

    @Test
    void the_body_of_an_answer_is_not_waited_for() {
        CountDownLatch never = new CountDownLatch(1);
        URI endless = receiver.answering("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            await(never);
        });

        assertThat(sender.send(endless, "5f_3", NOON, BODY)).isEqualTo(new Receipt.Accepted());
        never.countDown();
    }

    @Test
    void who_does_not_answer_in_time_has_not_answered() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        URI slow = receiver.answering("/slow", exchange -> await(never));
        try (HttpWebhookSender hasty = new HttpWebhookSender(
                        ANYWHERE,
                        Receivers.anywhere(HostResolver.SYSTEM),
                        org.apache.hc.core5.ssl.SSLContexts.createDefault(),
                        Duration.ofMillis(300));
                ServerSocket silent = new ServerSocket(0)) {
            assertThat(hasty.send(slow, "5f_3", NOON, BODY))
                    .isEqualTo(new Receipt.Unreachable("no answer within 300 ms"));
            assertThat(hasty.send(URI.create("http://127.0.0.1:" + silent.getLocalPort()), "5f_3", NOON, BODY))
                    .isInstanceOf(Receipt.Unreachable.class);
        }
        never.countDown();
        assertThat(receiver.received("/slow")).hasSize(1);
    }

    @Test
    void a_name_server_that_does_not_answer_is_not_waited_for() throws GeneralSecurityException {
        CountDownLatch never = new CountDownLatch(1);
        HostResolver stuck = host -> {
            await(never);
            return List.of();
        };
        try (HttpWebhookSender hasty = new HttpWebhookSender(
                ANYWHERE, Receivers.anywhere(stuck), SSLContext.getDefault(), Duration.ofMillis(300))) {
            assertThat(hasty.send(URI.create("http://example.org/"), "5f_3", NOON, BODY))
                    .isEqualTo(new Receipt.Unreachable("no answer within 300 ms"));
        }
        never.countDown();
    }

    @Test
    void nobody_there_is_no_answer() throws IOException {
        int port;
        try (ServerSocket closedAgain = new ServerSocket(0)) {
            port = closedAgain.getLocalPort();
        }

        assertThat(sender.send(URI.create("http://127.0.0.1:" + port), "5f_3", NOON, BODY))
                .isInstanceOfSatisfying(
                        Receipt.Unreachable.class, r -> assertThat(r.details()).contains("refused"));
        assertThat(sender.send(URI.create("http://nobody.invalid/"), "5f_3", NOON, BODY))
                .isInstanceOf(Receipt.Unreachable.class);
        assertThat(sender.objection(URI.create("http://nobody.invalid/")))
                .contains("must name a host that can be found");
    }

    @Test
    void without_a_secret_nothing_is_sent() {
        try (HttpWebhookSender mute =
                new HttpWebhookSender(new WebhookConfiguration(null, true), HostResolver.SYSTEM)) {
            assertThat(mute.send(answering(200), "5f_3", NOON, BODY))
                    .isEqualTo(new Receipt.Unreachable("there is no secret to sign with"));
        }
        assertThat(receiver.received("/200")).isEmpty();
    }

    @Test
    void once_it_is_closed_nothing_is_sent() {
        sender.close();

        assertThat(sender.send(answering(200), "5f_3", NOON, BODY))
                .isEqualTo(new Receipt.Unreachable("this server is being shut down"));
        assertThat(receiver.received("/200")).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
