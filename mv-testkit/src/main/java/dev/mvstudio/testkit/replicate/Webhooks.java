package dev.mvstudio.testkit.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells callers what becomes of their predictions, signed as Standard Webhooks are. */
public final class Webhooks {
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TRIES = 4;
    private static final Duration LONG_AGO = Duration.ofMinutes(10);
    private static final String OTHER_SECRET =
            Base64.getEncoder().encodeToString("somebody else's key, 32 bytes...".getBytes(UTF_8));

    /**
     * An event that was sent, or not.
     *
     * @param event start, output, logs or completed
     * @param prediction its id
     * @param id that of the message: the same when it is sent again
     * @param tries how often it was sent
     * @param status the last answer; 0 for none
     */
    public record Sent(String event, String prediction, String id, int tries, int status) {}

    private final String secret;
    private final Clock clock;
    private final URI api;
    private final Chances<WebhookFault> faults;
    private final Supplier<String> ids;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile boolean severalSignatures;

    Webhooks(String secret, Clock clock, URI api, Chances<WebhookFault> faults, Supplier<String> ids) {
        this.secret = secret;
        this.clock = clock;
        this.api = api;
        this.faults = faults;
        this.ids = ids;
    }

    /** The secret that signs: {@code whsec_…}. */
    public String secret() {
        return secret;
    }

    /** What goes wrong with deliveries. */
    public Chances<WebhookFault> faults() {
        return faults;
    }

    /** Signs with an old secret as well, before the right one, as while a secret is being changed. */
    public Webhooks signingTwice() {
        severalSignatures = true;
        return this;
    }

    /** Everything that was sent, in order. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Watches one prediction and tells of it until it is over. */
    void follow(Prediction prediction, ExecutorService threads) {
        String to = prediction.order().webhook();
        if (to != null) {
            threads.execute(() -> watch(prediction, URI.create(to)));
        }
    }

    private void watch(Prediction prediction, URI to) {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            boolean started = false;
            int lines = 0;
            Instant lastLogs = Instant.MIN;
            while (true) {
                Instant now = clock.instant();
                boolean over = prediction.isOver(now);
                if (!started && !prediction.status(now).equals("starting")) {
                    started = true;
                    tell(client, to, prediction, "start");
                }
                if (prediction.lines(now) > lines && !now.isBefore(lastLogs.plus(AT_MOST_EVERY))) {
                    lines = prediction.lines(now);
                    lastLogs = now;
                    tell(client, to, prediction, "logs");
                }
                if (over) {
                    if (prediction.status(now).equals("succeeded")) {
                        tell(client, to, prediction, "output");
                    }
                    tell(client, to, prediction, "completed");
                    return;
                }
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server is being closed
        }
    }

    private void tell(HttpClient client, URI to, Prediction prediction, String event) throws InterruptedException {
        if (!prediction.order().events().contains(event)) {
            return;
        }
        String id = "msg_" + ids.get();
        Optional<WebhookFault> fault = faults.draw(Call.OTHER);
        if (fault.equals(Optional.of(WebhookFault.LOST))) {
            sent.add(new Sent(event, prediction.id(), id, 0, 0));
            return;
        }
        String body = prediction.show(clock.instant(), api).toString();
        HttpRequest request = request(to, id, body, fault.orElse(null));
        int times = fault.equals(Optional.of(WebhookFault.TWICE)) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            deliver(client, request, new Sent(event, prediction.id(), id, 0, 0));
        }
    }

    private HttpRequest request(URI to, String id, String body, @Nullable WebhookFault fault) {
        Instant now = clock.instant();
        long seconds = (fault == WebhookFault.OLD ? now.minus(LONG_AGO) : now).getEpochSecond();
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .POST(BodyPublishers.ofString(body));
        if (fault != WebhookFault.UNSIGNED) {
            String key = fault == WebhookFault.BADLY_SIGNED ? OTHER_SECRET : secret;
            String signature = sign(key, id, seconds, body);
            request.header(
                    "webhook-signature",
                    severalSignatures ? sign(OTHER_SECRET, id, seconds, body) + " " + signature : signature);
        }
        return request.build();
    }

    private static String sign(String key, String id, long seconds, String body) {
        try {
            return new Webhook(key).sign(id, seconds, body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends it, and again a few times when nobody answers or the other side is in trouble. */
    private void deliver(HttpClient client, HttpRequest request, Sent message) throws InterruptedException {
        int status = 0;
        int tries = 0;
        while (tries < TRIES && (status == 0 || status >= 500)) {
            Thread.sleep(tries * 200L);
            tries++;
            try {
                status = client.send(request, BodyHandlers.discarding()).statusCode();
            } catch (IOException e) {
                status = 0; // as when nobody answers; noted below
            }
        }
        sent.add(new Sent(message.event, message.prediction, message.id, tries, status));
    }
}
