package dev.mvstudio.testkit.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Json;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Takes prompts in. */
final class Intake {
    private final Parts parts;
    private final Engine engine;

    Intake(Parts parts, Engine engine) {
        this.parts = parts;
        this.engine = engine;
    }

    Answer take(ObjectNode body) {
        JsonNode number = number(body);
        if (!body.has("prompt")) {
            return refused(
                    Json.object()
                            .put("type", "no_prompt")
                            .put("message", "No prompt provided")
                            .put("details", "No prompt provided"),
                    Json.object());
        }
        if (!(body.get("prompt") instanceof ObjectNode graph)) {
            throw Refused.stumbled();
        }
        String id = id(body.path("prompt_id"));
        Validation validation = new Validation(parts.version(), parts.catalog().all(), parts.disk(), graph);
        return switch (validation.verdict(targets(body))) {
            case Validation.Rejected rejected -> refused(rejected.error(), rejected.nodeErrors());
            case Validation.Accepted accepted -> {
                Outcome outcome = parts.outcomes().draw(Call.PROMPT).orElse(Outcome.success());
                engine.submit(new Job(
                        number.asDouble(), number, id, new Graph(graph), extra(body), accepted.outputs(), outcome));
                ObjectNode answer = Json.object().put("prompt_id", id);
                answer.set("number", number);
                answer.set("node_errors", accepted.nodeErrors());
                yield Answer.json(200, answer);
            }
        };
    }

    private JsonNode number(ObjectNode body) {
        if (body.has("number")) {
            return DoubleNode.valueOf(body.get("number").asDouble());
        }
        int next = engine.nextNumber();
        return IntNode.valueOf(body.path("front").asBoolean() ? -next : next);
    }

    private static Answer refused(ObjectNode error, ObjectNode nodeErrors) {
        if (!error.has("extra_info")) {
            error.putObject("extra_info");
        }
        ObjectNode answer = Json.object();
        answer.set("error", error);
        answer.set("node_errors", nodeErrors);
        throw new Refused(Answer.json(400, answer));
    }

    private String id(JsonNode given) {
        if (given.isMissingNode() || given.isNull()) {
            return parts.ids().get().toString();
        }
        if (parts.version().isNew() && !isCanonical(given)) {
            refused(
                    Json.object()
                            .put("type", "invalid_prompt_id")
                            .put("message", "prompt_id must be a UUID in canonical lowercase hyphenated form")
                            .put("details", given.asText()),
                    Json.object());
        }
        return given.asText();
    }

    private static boolean isCanonical(JsonNode given) {
        try {
            return given.isTextual()
                    && UUID.fromString(given.asText()).toString().equals(given.asText());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<Set<String>> targets(ObjectNode body) {
        if (!body.path("partial_execution_targets").isArray()) {
            return Optional.empty();
        }
        Set<String> targets = new TreeSet<>();
        body.get("partial_execution_targets").forEach(target -> targets.add(target.asText()));
        return Optional.of(targets);
    }

    private ObjectNode extra(ObjectNode body) {
        ObjectNode extra = body.get("extra_data") instanceof ObjectNode given ? given.deepCopy() : Json.object();
        if (body.has("client_id")) {
            extra.set("client_id", body.get("client_id"));
        }
        return parts.version().isNew() ? extra.put("create_time", parts.clock().millis()) : extra;
    }
}
