package dev.mvstudio.testkit.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.mvstudio.testkit.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
            case "POST /settings" -> settings(object(body));
            case "POST /faults" -> fault(object(body));
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
                        names(API.keySet().stream().sorted().toList()),
                        names(List.of(OutputFault.values())),
                        names(List.of(WebhookFault.values())),
                        names(OUTCOMES.keySet().stream().sorted().toList()));
    }

    private static String names(List<?> all) {
        List<String> names = new ArrayList<>();
        all.forEach(one -> names.add(one.toString().toLowerCase(Locale.ROOT)));
        return String.join(" | ", names);
    }

    private static ObjectNode object(String body) throws IOException {
        if (Json.read(body) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("not a JSON object: " + body);
    }

    private void settings(ObjectNode body) {
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            choose(settings, member.getKey()).accept(member.getValue());
        }
    }

    private void fault(ObjectNode body) {
        List<Call> calls = new ArrayList<>();
        body.path("calls").forEach(call -> calls.add(Call.valueOf(upper(call))));
        int seconds = body.path("seconds").asInt(1);
        JsonNode what = body;
        if (what.has("api")) {
            Fault fault = choose(API, what.get("api").asText()).apply(seconds);
            add(fake.faults(), fault, body, calls);
        } else if (what.has("output")) {
            add(fake.outputs().faults(), OutputFault.valueOf(upper(what.get("output"))), body, List.of());
        } else if (what.has("webhook")) {
            add(fake.webhooks().faults(), WebhookFault.valueOf(upper(what.get("webhook"))), body, List.of());
        } else if (what.has("outcome")) {
            add(fake.outcomes(), choose(OUTCOMES, what.get("outcome").asText()), body, List.of());
        } else if (what.has("error")) {
            add(fake.outcomes(), Outcome.failure(what.get("error").asText()), body, List.of());
        } else {
            throw new IllegalArgumentException("none of api, output, webhook, outcome, error: " + body);
        }
    }

    private static String upper(JsonNode name) {
        return name.asText().toUpperCase(Locale.ROOT);
    }

    private static <T> void add(Chances<T> chances, T what, ObjectNode body, List<Call> calls) {
        Call[] where = calls.toArray(Call[]::new);
        if (body.has("share")) {
            chances.sometimes(body.get("share").asDouble(), what, where);
        } else {
            chances.times(body.path("times").asInt(1), what, where);
        }
    }

    private static <T> T choose(Map<String, T> all, String name) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no " + name + ", but "
                    + names(all.keySet().stream().sorted().toList()));
        }
        return found;
    }
}
