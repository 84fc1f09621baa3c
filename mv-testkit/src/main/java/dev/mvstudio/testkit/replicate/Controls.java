package dev.mvstudio.testkit.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Told;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be said to a running fake by HTTP, for people and scripts. */
final class Controls {
    static final String PATH = "/_fake";

    private static final Map<String, Function<Integer, Fault>> API = Map.ofEntries(
            Map.entry("401", seconds -> Fault.unauthenticated()),
            Map.entry("402", seconds -> Fault.insufficientCredit()),
            Map.entry("403", seconds -> Fault.forbidden()),
            Map.entry("404", seconds -> Fault.gone()),
            Map.entry("422", seconds -> Fault.invalid()),
            Map.entry("429", Fault::throttled),
            Map.entry("429_in_words", Fault::throttledInWords),
            Map.entry("500", seconds -> Fault.internal()),
            Map.entry("502", seconds -> Fault.badGateway()),
            Map.entry("503", seconds -> Fault.unavailable()),
            Map.entry("dropped", seconds -> Fault.dropped()),
            Map.entry("lost", seconds -> Fault.lost()),
            Map.entry("garbled", seconds -> Fault.garbled()),
            Map.entry("late", seconds -> Fault.late(Duration.ofSeconds(seconds))),
            Map.entry("silent", seconds -> Fault.silent()));

    private static final Map<String, Outcome> OUTCOMES = Map.of(
            "flagged", Outcome.flagged(),
            "flagged_in_many_words", Outcome.flaggedInManyWords(),
            "nsfw", Outcome.nsfw(),
            "interrupted", Outcome.interrupted(),
            "never_started", Outcome.neverStarted(),
            "out_of_memory", Outcome.outOfMemory(),
            "empty", Outcome.empty());

    private final FakeReplicate fake;
    private final Map<String, Consumer<JsonNode>> settings;

    Controls(FakeReplicate fake) {
        this.fake = fake;
        settings = Map.of(
                "taking_ms", value -> fake.taking(Duration.ofMillis(value.asLong())),
                "clip_size", value -> fake.outputs().clipSize(value.asLong()),
                "page_size", value -> fake.pageSize(value.asInt()),
                "low_credit", value -> lowCredit(value.asBoolean()),
                "processing_with_output", value -> fake.showingProcessingWithOutput(value.asBoolean()),
                "retire", value -> fake.models().retire(value.asText()));
    }

    private void lowCredit(boolean yes) {
        if (yes) {
            fake.limits().lowCredit();
        } else {
            fake.limits().creating(600, 600);
        }
    }

    void handle(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getPath().substring(PATH.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Answer answer;
        try {
            answer = answer(call, body);
        } catch (IllegalArgumentException | IOException e) {
            answer = Answer.text(400, "text/plain; charset=utf-8", e.getMessage() + "\n");
        }
        answer.send(exchange);
    }

    private Answer answer(String call, String body) throws IOException {
        switch (call) {
            case "GET /ledger" -> {
                ObjectNode shown = fake.ledger().show();
                shown.set("files", Json.tree(fake.files().present()));
                shown.set("asked_with_token", Json.tree(fake.outputs().askedWithToken()));
                return Answer.json(200, shown);
            }
            case "POST /hurry" -> fake.hurry();
            case "POST /settings" -> settings(Told.object(body));
            case "POST /faults" -> fault(Told.object(body));
            case "DELETE /faults" -> fake.calm();
            default -> {
                return Answer.text(call.matches("GET /?") ? 200 : 404, "text/plain; charset=utf-8", help());
            }
        }
        return Answer.empty(204);
    }

    private static String help() {
        return """
            GET    /_fake/ledger    what was ordered and called, and which files are there
            POST   /_fake/hurry     finishes what is under way
            POST   /_fake/settings  {"taking_ms": 8000, "clip_size": 20000000, "page_size": 100, "low_credit": true,
                                     "processing_with_output": true, "retire": "google/veo-3"}, each may be left out
            POST   /_fake/faults    one of
                                      {"api": "%s"}
                                      {"output": "%s"}
                                      {"webhook": "%s"}
                                      {"outcome": "%s"}
                                      {"error": "any text that a prediction shall fail with"}
                                    for the next call, or "times": 3 of them, or a "share": 0.2 of all;
                                    "calls": ["create", "get"] narrows "api", "seconds": 5 sets how long
            DELETE /_fake/faults    from now on nothing goes wrong
            """.formatted(
                        Told.names(API.keySet()),
                        Told.names(List.of(OutputFault.values())),
                        Told.names(List.of(WebhookFault.values())),
                        Told.names(OUTCOMES.keySet()));
    }

    private void settings(ObjectNode body) {
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            Told.choose(settings, member.getKey()).accept(member.getValue());
        }
    }

    private void fault(ObjectNode body) {
        Call[] calls = body.path("calls")
                .valueStream()
                .map(call -> Told.constant(Call.class, call))
                .toArray(Call[]::new);
        int seconds = body.path("seconds").asInt(1);
        JsonNode what = body;
        if (what.has("api")) {
            Fault fault = Told.choose(API, what.get("api").asText()).apply(seconds);
            Told.add(fake.faults(), fault, body, calls);
        } else if (what.has("output")) {
            Told.add(fake.outputs().faults(), Told.constant(OutputFault.class, what.get("output")), body);
        } else if (what.has("webhook")) {
            Told.add(fake.webhooks().faults(), Told.constant(WebhookFault.class, what.get("webhook")), body);
        } else if (what.has("outcome")) {
            Told.add(fake.outcomes(), Told.choose(OUTCOMES, what.get("outcome").asText()), body);
        } else if (what.has("error")) {
            Told.add(fake.outcomes(), Outcome.failure(what.get("error").asText()), body);
        } else {
            throw new IllegalArgumentException("none of api, output, webhook, outcome, error: " + body);
        }
    }
}
