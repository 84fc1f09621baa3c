package dev.mvstudio.testkit.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpServer;
import dev.mvstudio.testkit.provider.Settling;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest extends Rehearsal {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private record Received(Map<String, List<String>> headers, String body) {
        String status() {
            return body.replaceAll("(?s).*\"status\":\"(\\w+)\".*", "$1");
        }

        String id() {
            return headers.get("Webhook-id").get(0);
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private HttpServer receiver;

    @BeforeEach
    void receive() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            received.add(new Received(Map.copyOf(exchange.getRequestHeaders()), body));
            int status = Optional.ofNullable(answers.poll()).orElse(200);
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stopReceiving() {
        receiver.stop(0);
    }

    private String order(String filter) throws IOException {
        String webhook = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
        return caller.post(Caller.VEO, "{\"input\":{\"prompt\":\"p\"},\"webhook\":\"" + webhook + "\"" + filter + "}")
                .at("/id");
    }

    private void awaitSent(int count) {
        Settling.until(() -> fake.webhooks().sent().size() >= count, PATIENCE);
        assertThat(fake.webhooks().sent()).hasSize(count);
    }

    private void verify(Received one) throws WebhookVerificationException {
        new Webhook(fake.webhooks().secret()).verify(one.body, one.headers);
    }

    @Test
    void the_end_is_told_with_the_prediction_and_a_signature() throws Exception {
        String id = order(",\"webhook_events_filter\":[\"completed\"]");
        awaitSent(1);

        assertThat(received).hasSize(1);
        assertThat(received.get(0).status()).isEqualTo("succeeded");
        assertThat(received.get(0).body)
                .isEqualTo(caller.get("/predictions/" + id).text());
        verify(received.get(0));
        assertThat(fake.ledger().created().get(0).webhook().orElseThrow()).endsWith("/hook");
    }

    @Test
    void without_a_filter_everything_is_told() throws Exception {
        order("");
        Settling.until(
                () -> fake.webhooks().sent().stream().anyMatch(s -> s.event().equals("completed")), PATIENCE);

        assertThat(fake.webhooks().sent())
                .extracting(Webhooks.Sent::event)
                .startsWith("start")
                .contains("logs")
                .endsWith("output", "completed");
    }

    @Test
    void one_output_is_told_once_and_at_the_end() throws Exception {
        order(",\"webhook_events_filter\":[\"output\"]");
        awaitSent(1);

        assertThat(received.get(0).status()).isEqualTo("succeeded");
    }

    @Test
    void redirects_are_not_followed_and_trouble_is_tried_again_with_the_same_id() throws Exception {
        answers.addAll(List.of(500, 302));
        order(",\"webhook_events_filter\":[\"completed\"]");
        awaitSent(1);

        assertThat(received)
                .extracting(Received::id)
                .hasSize(2)
                .allMatch(received.get(0).id()::equals);
        assertThat(fake.webhooks().sent().get(0).status()).isEqualTo(302);
    }

    @Test
    void several_signatures_are_sent_while_secrets_change() throws Exception {
        fake.webhooks().signingTwice();
        order(",\"webhook_events_filter\":[\"completed\"]");
        awaitSent(1);

        assertThat(received.get(0).headers.get("Webhook-signature").get(0).split(" "))
                .hasSize(2);
        verify(received.get(0));
    }

    @Test
    void messages_can_be_forged_old_doubled_or_lost() throws Exception {
        fake.webhooks()
                .faults()
                .once(WebhookFault.BADLY_SIGNED)
                .once(WebhookFault.OLD)
                .once(WebhookFault.UNSIGNED)
                .once(WebhookFault.TWICE)
                .once(WebhookFault.LOST);
        for (int i = 1; i <= 3; i++) {
            order(",\"webhook_events_filter\":[\"completed\"]");
            awaitSent(i);
            assertThatThrownBy(() -> verify(received.get(received.size() - 1)))
                    .isInstanceOf(WebhookVerificationException.class);
        }
        order(",\"webhook_events_filter\":[\"completed\"]");
        awaitSent(5);
        assertThat(received).hasSize(5);
        assertThat(received.get(3)).isEqualTo(received.get(4));

        order(",\"webhook_events_filter\":[\"completed\"]");
        awaitSent(6);
        assertThat(received).hasSize(5);
    }

    @Test
    void the_secret_can_be_asked_for() throws Exception {
        assertThat(caller.get("/webhooks/default/secret").at("/key"))
                .startsWith("whsec_")
                .isEqualTo(fake.webhooks().secret());
    }
}
