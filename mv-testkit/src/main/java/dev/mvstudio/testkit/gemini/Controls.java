package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Mishap;
import dev.mvstudio.testkit.wire.Request;
import dev.mvstudio.testkit.wire.Told;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be said to a running fake by HTTP, for people and scripts. */
final class Controls {
    static final String PATH = "/_fake";

    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final int MOST = 100_000;

    private static final Map<String, Function<Integer, Mishap>> API = new TreeMap<>(Map.ofEntries(
            Map.entry("400_bad_key", seconds -> Fault.badKey()),
            Map.entry("400_billing", seconds -> Fault.billing()),
            Map.entry("402", seconds -> Fault.spent()),
            Map.entry("401", seconds -> Fault.unauthenticated()),
            Map.entry("403", seconds -> Fault.permissionDenied()),
            Map.entry("404", seconds -> Fault.gone("the-model")),
            Map.entry("429", seconds -> Fault.throttled(seconds + ".4")),
            Map.entry("429_without_info", seconds -> Fault.throttledWithoutInfo()),
            Map.entry("429_used_up", seconds -> Fault.usedUp()),
            Map.entry("500", seconds -> Fault.internal()),
            Map.entry("502", seconds -> Fault.badGateway()),
            Map.entry("503", seconds -> Fault.unavailable()),
            Map.entry("504", seconds -> Fault.deadline()),
            Map.entry("dropped", seconds -> Fault.dropped()),
            Map.entry("lost", seconds -> Fault.lost()),
            Map.entry("garbled", seconds -> Fault.garbled()),
            Map.entry("strange", seconds -> Fault.strange()),
            Map.entry("late", seconds -> Fault.late(Duration.ofSeconds(seconds))),
            Map.entry("slow", seconds -> Fault.slow(Duration.ofSeconds(seconds))),
            Map.entry("silent", seconds -> Fault.silent())));

    private static final Map<String, Reply> REPLIES = new TreeMap<>(Map.ofEntries(
            Map.entry("one_item", Reply.items(1)),
            Map.entry("fenced", Reply.fenced()),
            Map.entry("chatty", Reply.chatty()),
            Map.entry("thinking", Reply.thinking()),
            Map.entry("cut_short", Reply.cutShort()),
            Map.entry("starved", Reply.starved()),
            Map.entry("recitation", Reply.recitation()),
            Map.entry("answer_blocked", Reply.blocked("SAFETY")),
            Map.entry("prompt_blocked", Reply.promptBlocked("PROHIBITED_CONTENT")),
            Map.entry("unknown_reason", Reply.blocked("OF_TOMORROW")),
            Map.entry("nothing", Reply.nothing()),
            Map.entry("no_image", Reply.noImage()),
            Map.entry("image_safety", Reply.imageSafety()),
            Map.entry("lying_jpeg", Reply.lying("jpg")),
            Map.entry("broken_picture", Reply.brokenPicture()),
            Map.entry("filtered", Reply.filtered("Unable to show generated images."))));

    private static final Map<String, Outcome> OUTCOMES = new TreeMap<>(Map.of(
            "inline", Outcome.inline(),
            "filtered", Outcome.filtered(),
            "audio_filtered", Outcome.audioFiltered(),
            "filtered_as_vertex", Outcome.filteredAsVertex(),
            "internal", Outcome.internal(),
            "exhausted", Outcome.exhausted(),
            "invalid", Outcome.invalid(),
            "incomplete", Outcome.ended("incomplete")));

    private final FakeGemini fake;
    private final Map<String, Consumer<JsonNode>> settings;

    Controls(FakeGemini fake) {
        this.fake = fake;
        settings = Map.of(
                "taking_ms", value -> fake.taking(Duration.ofMillis(value.asLong())),
                "thinking_ms", value -> fake.thinking(Duration.ofMillis(value.asLong())),
                "clip_size", value -> fake.downloads().clipSize(value.asLong()),
                "direct_downloads", value -> fake.downloads().direct(value.asBoolean()),
                "files_called_by", value -> fake.downloads().calledBy(URI.create(value.asText())),
                "content_per_minute", value -> fake.limits().content(value.asInt(), value.asInt()),
                "clips_per_minute", value -> fake.limits().clips(value.asInt(), value.asInt()),
                "errors_in_arrays", value -> fake.errorsInArrays(value.asBoolean()),
                "in_europe", value -> fake.models().inEurope(value.asBoolean()),
                "retire", value -> fake.models().retire(value.asText()));
    }

    void handle(HttpExchange exchange) throws IOException {
        Request request = Request.read(exchange, MOST);
        Answer answer;
        try {
            answer = answer(request.method() + " " + request.step(1), request.body());
        } catch (IllegalArgumentException | IOException e) {
            answer = Answer.text(400, PLAIN, e.getMessage() + "\n");
        }
        answer.send(exchange);
    }

    private Answer answer(String call, String body) throws IOException {
        switch (call) {
            case "GET ledger" -> {
                return Answer.json(200, fake.ledger().show());
            }
            case "POST hurry" -> fake.hurry();
            case "POST settings" -> settings(Told.object(body));
            case "POST faults" -> fault(Told.object(body));
            case "DELETE faults" -> fake.calm();
            default -> {
                return Answer.text(call.equals("GET ") ? 200 : 404, PLAIN, help());
            }
        }
        return Answer.text(204, PLAIN, "");
    }

    private String help() {
        return """
            GET    /_fake/ledger    what was ordered and called, and where the key went that should not have
            POST   /_fake/hurry     finishes the clips that are under way
            POST   /_fake/settings  {"taking_ms": 8000, "retire": "veo-2.0-generate-001"}, of
                                      %s
            POST   /_fake/faults    one of
                                      {"api": "%s"}
                                      {"reply": "%s"}
                                      {"outcome": "%s"}
                                      {"download": "%s"}
                                      {"text": "any text that shall be answered"}
                                      {"error": "any text that a clip shall fail with"}
                                    for the next call, or "times": 3 of them, or a "share": 0.2 of all;
                                    "calls": ["content", "operation"] narrows "api", "seconds": 5 sets how long
            DELETE /_fake/faults    from now on nothing goes wrong
            """.formatted(
                        Told.names(settings.keySet()),
                        Told.names(API.keySet()),
                        Told.names(REPLIES.keySet()),
                        Told.names(OUTCOMES.keySet()),
                        Told.names(List.of(DownloadFault.values())));
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
            Told.add(fake.faults(), Told.choose(API, what.get("api").asText()).apply(seconds), body, calls);
        } else if (what.has("reply")) {
            Told.add(fake.replies(), Told.choose(REPLIES, what.get("reply").asText()), body);
        } else if (what.has("text")) {
            Told.add(fake.replies(), Reply.text(what.get("text").asText()), body);
        } else if (what.has("outcome")) {
            Told.add(fake.outcomes(), Told.choose(OUTCOMES, what.get("outcome").asText()), body);
        } else if (what.has("error")) {
            Told.add(fake.outcomes(), Outcome.failed(13, what.get("error").asText()), body);
        } else if (what.has("download")) {
            Told.add(fake.downloads().faults(), Told.constant(DownloadFault.class, what.get("download")), body);
        } else {
            throw new IllegalArgumentException("none of api, reply, text, outcome, error, download: " + body);
        }
    }
}
