package dev.mvstudio.testkit.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Mishap;
import dev.mvstudio.testkit.wire.Request;
import dev.mvstudio.testkit.wire.Told;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be said to a running fake by HTTP, for people and scripts. */
final class Controls {
    static final String PATH = "/_fake";

    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final int MOST = 100_000;
    private static final long SOON = 100;

    private static final Map<String, Function<Integer, Mishap>> CALLS = new TreeMap<>(Map.ofEntries(
            Map.entry("500", seconds -> Fault.internal()),
            Map.entry("502", seconds -> Fault.badGateway()),
            Map.entry("503", seconds -> Fault.unavailable()),
            Map.entry("401", seconds -> Fault.unauthorized()),
            Map.entry("html", seconds -> Fault.html()),
            Map.entry("garbled", seconds -> Fault.garbled()),
            Map.entry("strange", seconds -> Fault.strange()),
            Map.entry("dropped", seconds -> Fault.dropped()),
            Map.entry("lost", seconds -> Fault.lost()),
            Map.entry("late", seconds -> Fault.late(Duration.ofSeconds(seconds))),
            Map.entry("slow", seconds -> Fault.slow(Duration.ofSeconds(seconds))),
            Map.entry("silent", seconds -> Fault.silent())));

    private static final Map<String, Outcome> OUTCOMES = new TreeMap<>(Map.of(
            "success", Outcome.success(),
            "error", Outcome.error("The fake was told to fail."),
            "out_of_memory", Outcome.outOfMemory(),
            "stuck", Outcome.stuck(),
            "nothing", Outcome.nothing(),
            "broken", Outcome.broken(),
            "missing", Outcome.missing()));

    private final FakeComfyUi fake;
    private final Map<String, Consumer<JsonNode>> settings;

    Controls(FakeComfyUi fake) {
        this.fake = fake;
        settings = new TreeMap<>(Map.of(
                "taking_ms", value -> fake.taking(Duration.ofMillis(value.asLong())),
                "previews", value -> fake.previewing(value.asBoolean()),
                "hide_history_reads", value -> fake.hidingHistory(value.asInt()),
                "checkpoints", value -> fake.catalog().install("checkpoints", texts(value)),
                "text_encoders", value -> fake.catalog().install("text_encoders", texts(value))));
    }

    private static String[] texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toArray(String[]::new);
    }

    void handle(Exchange exchange) throws IOException {
        Request request = Request.read(exchange, MOST);
        Answer answer;
        try {
            answer = answer(request);
        } catch (IllegalArgumentException | IOException e) {
            answer = Answer.text(400, PLAIN, e.getMessage() + "\n");
        }
        answer.send(exchange);
    }

    private Answer answer(Request request) throws IOException {
        String call = request.method() + " " + request.step(1);
        switch (call) {
            case "GET ledger" -> {
                return Answer.json(200, fake.ledger().show());
            }
            case "POST hold" -> fake.hold();
            case "POST release" -> fake.release();
            case "POST step" -> fake.step(number(request, "steps", 1));
            case "POST drop" -> fake.dropSockets();
            case "POST die" -> die(number(request, "seconds", 1));
            case "POST settings" -> settings(Told.object(request.body()));
            case "POST faults" -> fault(Told.object(request.body()));
            case "DELETE faults" -> fake.calm();
            default -> {
                return Answer.text(call.equals("GET ") ? 200 : 404, PLAIN, help());
            }
        }
        return Answer.empty(204);
    }

    private String help() {
        return """
            GET    /_fake/ledger    what was handed in, computed, uploaded, looked at and called
            POST   /_fake/hold      prompts stop before their next step
            POST   /_fake/step      {"steps": 3}: so many more steps of what is held
            POST   /_fake/release   prompts go on
            POST   /_fake/drop      ends all WebSockets
            POST   /_fake/die       {"seconds": 5}: dies, loses all but its files, and comes back after this time
            POST   /_fake/settings  {"taking_ms": 8000}, of
                                      %s
            POST   /_fake/faults    one of
                                      {"api": "%s"}
                                      {"outcome": "%s"}
                                      {"error": "any text that a prompt shall fail with"}
                                      {"view": "%s"}
                                      {"event": "%s"}
                                    for the next, or "times": 3 of them, or a "share": 0.2 of all;
                                    "calls": ["prompt", "history"] narrows "api", "types": ["executed"] narrows "event",
                                    "seconds": 5 sets how long
            DELETE /_fake/faults    from now on nothing goes wrong
            """.formatted(
                        Told.names(settings.keySet()),
                        Told.names(CALLS.keySet()),
                        Told.names(OUTCOMES.keySet()),
                        Told.names(List.of(ViewFault.values())),
                        Told.names(List.of(EventFault.values())));
    }

    private static int number(Request request, String name, int usual) throws IOException {
        return request.body().isBlank()
                ? usual
                : Told.object(request.body()).path(name).asInt(usual);
    }

    /** A little later, so that this very call is still answered. */
    private void die(int seconds) {
        CompletableFuture.delayedExecutor(SOON, TimeUnit.MILLISECONDS).execute(fake::die);
        CompletableFuture.delayedExecutor(SOON + 1000L * seconds, TimeUnit.MILLISECONDS)
                .execute(fake::comeBack);
    }

    private void settings(ObjectNode body) {
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            Told.choose(settings, member.getKey()).accept(member.getValue());
        }
    }

    private void fault(ObjectNode body) {
        int seconds = body.path("seconds").asInt(1);
        if (body.has("api")) {
            Call[] calls = body.path("calls")
                    .valueStream()
                    .map(call -> Told.constant(Call.class, call))
                    .toArray(Call[]::new);
            Told.add(fake.faults(), Told.choose(CALLS, body.get("api").asText()).apply(seconds), body, calls);
        } else if (body.has("outcome")) {
            Told.add(fake.outcomes(), Told.choose(OUTCOMES, body.get("outcome").asText()), body);
        } else if (body.has("error")) {
            Told.add(fake.outcomes(), Outcome.error(body.get("error").asText()), body);
        } else if (body.has("view")) {
            Told.add(fake.views(), Told.constant(ViewFault.class, body.get("view")), body);
        } else if (body.has("event")) {
            Told.add(
                    fake.events(), Told.constant(EventFault.class, body.get("event")), body, texts(body.path("types")));
        } else {
            throw new IllegalArgumentException("none of api, outcome, error, view, event: " + body);
        }
    }
}
