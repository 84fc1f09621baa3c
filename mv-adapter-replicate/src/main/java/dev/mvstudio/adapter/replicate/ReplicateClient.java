package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.wire.Json;
import dev.mvstudio.wire.Method;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * An account at Replicate. The clip and image models and the notices of one account share one of these, because they
 * share its limits.
 */
public final class ReplicateClient implements AutoCloseable {
    private static final long LEAST_CANCEL_AFTER = 5;

    private final ReplicateSettings settings;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Api api;
    private final Files files;
    private final Downloads downloads;

    /** Connects to nothing yet. */
    public ReplicateClient(ReplicateSettings settings, Clock clock) {
        this(settings, clock, System::nanoTime);
    }

    ReplicateClient(ReplicateSettings settings, Clock clock, LongSupplier nanoTime) {
        this.settings = settings;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.api = new Api(settings, clock, nanoTime);
        this.files = new Files(api);
        this.downloads = new Downloads(settings, api);
    }

    ReplicateSettings settings() {
        return settings;
    }

    Clock clock() {
        return clock;
    }

    LongSupplier nanoTime() {
        return nanoTime;
    }

    Refusals refusals() {
        return api.refusals();
    }

    Files files() {
        return files;
    }

    Instant theirs(Instant ours) {
        return api.theirs(ours);
    }

    InputStream open(Output output) throws IOException {
        return downloads.open(output);
    }

    /** Takes a start out of the budget, before anything is done for it. */
    void admitStart() {
        api.admit(true);
    }

    /** Orders a prediction; the start was admitted. */
    Prediction create(Order order, Map<String, Object> body) {
        Call call = new Call(
                "starting a prediction of " + order.spec().model(),
                Method.POST,
                target(order),
                body,
                Map.of("Cancel-After", cancelAfter()),
                order);
        return api.call(call, ReplicateClient::prediction);
    }

    /** Twice as long as jobs take here: what a retry can still take up goes on, and nothing runs for ever. */
    private String cancelAfter() {
        return Math.max(
                        LEAST_CANCEL_AFTER,
                        settings.jobTimeout().multipliedBy(2).toSeconds()) + "s";
    }

    URI target(Order order) {
        return api.at(order.name().path());
    }

    /** The body of an order. */
    Map<String, Object> body(Order order, Map<String, Object> input, String key) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (order.name().version() != null) {
            body.put("version", order.name().version());
        }
        body.put("input", input);
        if (settings.isReachable()) {
            body.put("webhook", NoticeAddress.of(settings, key));
            body.put("webhook_events_filter", List.of("completed"));
        }
        return body;
    }

    Prediction get(String id) {
        return ask(Call.get("asking for prediction " + id, api.at("/predictions/" + id)));
    }

    Prediction cancel(String id) {
        return ask(Call.of("canceling prediction " + id, Method.POST, api.at("/predictions/" + id + "/cancel")));
    }

    private Prediction ask(Call call) {
        api.admit(false);
        return api.call(call, ReplicateClient::prediction);
    }

    /** One page of the account's predictions, the newest first. */
    Page page(URI address) {
        api.admit(false);
        return api.call(Call.get("listing predictions", address), Page::read);
    }

    URI firstPage(Instant since) {
        return api.at("/predictions?created_after=" + since);
    }

    /**
     * An address that the API gave for more of the same.
     *
     * @throws dev.mvstudio.domain.provider.ProviderException when it leads elsewhere
     */
    URI below(String address) {
        if (!address.startsWith(settings.api() + "/")) {
            throw refusals()
                    .exception(ErrorCode.INVALID_PROVIDER_RESPONSE, "the list of predictions goes on elsewhere", null);
        }
        return URI.create(address);
    }

    /** What the account signs its webhooks with. */
    String webhookSecret() {
        api.admit(false);
        return api.call(Call.get("asking for the webhooks' secret", api.at("/webhooks/default/secret")), body -> {
            String key = Json.text(Json.READER.readTree(body), "key");
            if (key.isBlank()) {
                throw new OddAnswerException("the answer has no secret");
            }
            return key;
        });
    }

    private static Prediction prediction(InputStream body) throws IOException {
        JsonNode json = Json.READER.readTree(body);
        return Prediction.of(json);
    }

    @Override
    public void close() throws IOException {
        api.close();
        files.close();
        downloads.close();
    }
}
