package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mvstudio.adapter.local.address.HostResolver;
import dev.mvstudio.adapter.local.webhook.HttpWebhookSender;
import dev.mvstudio.adapter.local.webhook.WebhookConfiguration;
import dev.mvstudio.application.webhook.Announcement;
import dev.mvstudio.application.webhook.Backoff;
import dev.mvstudio.application.webhook.Deliveries;
import dev.mvstudio.application.webhook.WebhookEvents;
import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobSchedule.Task;
import dev.mvstudio.domain.provider.Secret;
import dev.mvstudio.testkit.job.FakeJobSchedule;
import dev.mvstudio.testkit.job.FakeJobStore;
import dev.mvstudio.testkit.job.Orders;
import dev.mvstudio.testkit.webhook.FakeDeliveryStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a job's change to a receiver that has bad days: over HTTP, with hours that pass in a moment. */
class WebhooksTest {
    private static final byte[] KEY = "32 bytes that nobody else knows!".getBytes(StandardCharsets.US_ASCII);
    private static final Secret SECRET =
            new Secret("whsec_" + Base64.getEncoder().encodeToString(KEY));

    private final FakeJobStore jobs = new FakeJobStore();
    private final FakeDeliveryStore deliveries =
            new FakeDeliveryStore(id -> jobs.find(id).isPresent());
    private final FakeJobSchedule schedule = new FakeJobSchedule();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<Message> messages = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer receiver;
    private final HttpWebhookSender sender =
            new HttpWebhookSender(new WebhookConfiguration(SECRET, true), HostResolver.SYSTEM);

    /** What the receiver does. */
    @FunctionalInterface
    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private record Message(String id, long timestamp, String signature, String body, Instant at) {}

    WebhooksTest() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            try (exchange) {
                messages.add(read(exchange));
                Answer answer = answers.poll();
                if (answer == null) {
                    exchange.sendResponseHeaders(200, -1);
                } else {
                    answer.give(exchange);
                }
            }
        });
        receiver.start();
    }

    private Message read(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        return new Message(
                headers.getFirst("webhook-id"),
                Long.parseLong(headers.getFirst("webhook-timestamp")),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                schedule.clock().instant());
    }

    @AfterEach
    void close() {
        sender.close();
        receiver.stop(0);
    }

    private static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    private static Answer wait(int status, int seconds) {
        return exchange -> {
            exchange.getResponseHeaders().set("Retry-After", String.valueOf(seconds));
            exchange.sendResponseHeaders(status, -1);
        };
    }

    private static Answer reset() {
        return exchange -> {};
    }

    private void start() {
        schedule.close();
        Announcement words = (job, event) -> ("{\"type\":\"" + WebhookEvents.type(event) + "\",\"état\":\""
                        + job.state().word() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        Backoff backoff = new Backoff(schedule.clock(), new Random(3));
        schedule.start(Map.of(Task.WEBHOOK, new Deliveries(jobs, deliveries, sender, words, backoff)));
    }

    private JobId finishedJob() {
        JobOrder o = Orders.plain();
        URI hook = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook?for=me");
        JobOrder.Webhook webhook = new JobOrder.Webhook(hook, Set.of(JobEvent.Type.STATE, JobEvent.Type.RESULT));
        JobOrder order = new JobOrder(
                o.id(),
                o.kind(),
                o.place(),
                o.caller(),
                o.lane(),
                o.backend(),
                o.model(),
                o.flavor(),
                o.request(),
                o.warnings(),
                o.estimate(),
                o.keep(),
                o.createdAt(),
                o.idempotency(),
                webhook);
        jobs.create(order, Orders.lane(1));
        jobs.change(o.id(), Orders.NOON, s -> s.admitted(Orders.NOON));
        jobs.change(o.id(), Orders.NOON, s -> s.succeeded("{}", Orders.NOON));
        schedule.wake(Task.WEBHOOK, o.id().toString());
        return o.id();
    }

    @Test
    void a_receiver_with_bad_days_gets_every_event_in_order_through_restarts() throws GeneralSecurityException {
        answers.addAll(List.of(
                status(500), reset(), status(302), wait(429, 600), status(404), wait(503, 1), status(204), reset()));
        JobId job = finishedJob();

        for (int i = 0; i < 20; i++) {
            start();
            schedule.advance(Duration.ofMinutes(20));
        }

        assertThat(messages.stream().map(Message::id))
                .startsWith(Collections.nCopies(7, job + "_1").toArray(String[]::new))
                .endsWith(job + "_2", job + "_2", job + "_4")
                .hasSize(10);
        assertThat(Duration.between(messages.get(3).at(), messages.get(4).at()))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(10));
        for (Message message : messages) {
            assertSigned(message);
        }
        assertThat(messages.getLast().body()).isEqualTo("{\"type\":\"job.succeeded\",\"état\":\"succeeded\"}");
        assertThat(deliveries.dead(10)).isEmpty();
    }

    private static void assertSigned(Message message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        String signed = message.id() + "." + message.timestamp() + "." + message.body();
        String expected = Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        assertThat(message.signature()).isEqualTo("v1," + expected);
        assertThat(message.timestamp()).isEqualTo(message.at().getEpochSecond());
    }

    @Test
    void who_answers_gone_is_left_alone() {
        answers.addAll(List.of(status(200), status(410)));
        JobId job = finishedJob();

        start();
        schedule.advance(Duration.ofDays(2));

        assertThat(messages.stream().map(Message::id)).containsExactly(job + "_1", job + "_2");
        assertThat(deliveries.dead(10)).hasSize(1);
    }

    @Test
    void who_never_answers_well_is_tried_ten_times_in_more_than_two_hours_for_each_event() {
        answers.addAll(Collections.nCopies(30, status(500)));
        finishedJob();

        start();
        schedule.advance(Duration.ofDays(3));

        assertThat(messages).hasSize(30);
        assertThat(Duration.between(messages.get(0).at(), messages.get(9).at())).isGreaterThan(Duration.ofHours(2));
        assertThat(deliveries.dead(10)).hasSize(3).allSatisfy(letter -> {
            assertThat(letter.tries()).isEqualTo(10);
            assertThat(letter.answer()).isEqualTo("500");
        });
    }
}
