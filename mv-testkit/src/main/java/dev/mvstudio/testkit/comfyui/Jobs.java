package dev.mvstudio.testkit.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /api/jobs}: queue and history as one list. */
final class Jobs {
    private static final List<String> STATUSES = List.of("pending", "in_progress", "completed", "failed", "cancelled");

    private final Engine engine;

    Jobs(Engine engine) {
        this.engine = engine;
    }

    Answer list(Map<String, String> query) {
        List<String> wanted = statuses(query.getOrDefault("status", ""));
        String by = oneOf(query, "sort_by", "created_at", "execution_duration");
        String order = oneOf(query, "sort_order", "desc", "asc");
        Optional<Integer> limit = Optional.ofNullable(query.get("limit"))
                .map(text -> number(text, 1, "limit must be a positive integer"));
        int offset = number(query.getOrDefault("offset", "0"), 0, "offset must be a non-negative integer");
        List<ObjectNode> found = new ArrayList<>(all());
        found.removeIf(job -> !wanted.contains(job.path("status").asText()));
        Optional.ofNullable(query.get("workflow_id"))
                .ifPresent(id ->
                        found.removeIf(job -> !job.path("workflow_id").asText().equals(id)));
        Comparator<ObjectNode> comparison = Comparator.comparingLong(job -> by.equals("created_at")
                ? job.path("create_time").asLong()
                : job.path("execution_end_time").asLong()
                        - job.path("execution_start_time").asLong());
        found.sort(order.equals("desc") ? comparison.reversed() : comparison);
        return page(found, offset, limit);
    }

    private static Answer page(List<ObjectNode> found, int offset, Optional<Integer> limit) {
        int from = Math.min(offset, found.size());
        int to = Math.min(found.size(), from + limit.orElse(found.size()));
        ObjectNode page = Json.object();
        ArrayNode jobs = page.putArray("jobs");
        found.subList(from, to).forEach(jobs::add);
        ObjectNode pagination = page.putObject("pagination").put("offset", offset);
        limit.ifPresentOrElse(most -> pagination.put("limit", most), () -> pagination.putNull("limit"));
        pagination.put("total", found.size()).put("has_more", to < found.size());
        return Answer.json(200, page);
    }

    private static List<String> statuses(String text) {
        if (text.isEmpty()) {
            return STATUSES;
        }
        List<String> named = List.of(text.split(","));
        List<String> unknown =
                named.stream().filter(status -> !STATUSES.contains(status)).toList();
        if (!unknown.isEmpty()) {
            throw Refused.because(
                    400,
                    "Invalid status value(s): " + String.join(", ", unknown) + ". Valid values: "
                            + String.join(", ", STATUSES));
        }
        return named;
    }

    private static String oneOf(Map<String, String> query, String name, String usual, String other) {
        String value = query.getOrDefault(name, usual);
        if (!value.equals(usual) && !value.equals(other)) {
            throw Refused.because(400, name + " must be '" + usual + "' or '" + other + "'");
        }
        return value;
    }

    private static int number(String text, int least, String otherwise) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
            throw Refused.because(400, otherwise);
        }
        return Integer.parseInt(text);
    }

    private List<ObjectNode> all() {
        List<ObjectNode> all = new ArrayList<>();
        engine.running().ifPresent(job -> all.add(queued(job, "in_progress")));
        engine.pending().forEach(job -> all.add(queued(job, "pending")));
        engine.history().values().forEach(entry -> all.add(over(entry)));
        return all;
    }

    /**
     * One.
     *
     * @throws Refused when there is none
     */
    Answer find(String id) {
        Optional<ObjectNode> entry = Optional.ofNullable(engine.history().get(id));
        Optional<ObjectNode> job = entry.map(this::detailed)
                .or(() -> engine.running().filter(j -> j.id().equals(id)).map(j -> queued(j, "in_progress")))
                .or(() -> engine.pending().stream()
                        .filter(j -> j.id().equals(id))
                        .findFirst()
                        .map(j -> queued(j, "pending")));
        return Answer.json(200, job.orElseThrow(() -> Refused.because(404, "Job not found")));
    }

    /** Takes a job out of the queue or stops it; false when it is over. */
    boolean cancel(String id) {
        return engine.dequeue(Set.of(id)) || engine.interrupt(Optional.of(id));
    }

    /** Whether there is or was a job with this id. */
    boolean knows(String id) {
        return engine.history().containsKey(id)
                || engine.running().filter(j -> j.id().equals(id)).isPresent()
                || engine.pending().stream().anyMatch(j -> j.id().equals(id));
    }

    private static ObjectNode start(String id, String status, JsonNode number, JsonNode extra) {
        ObjectNode job = Json.object().put("id", id).put("status", status);
        job.set("priority", number);
        job.set("create_time", extra.path("create_time"));
        return job;
    }

    private static ObjectNode queued(Job job, String status) {
        ObjectNode shown = start(job.id(), status, job.number(), job.extra());
        shown.put("outputs_count", 0).put("previewable_outputs_count", 0);
        return workflow(shown, job.extra());
    }

    private static ObjectNode workflow(ObjectNode shown, JsonNode extra) {
        JsonNode id = extra.at("/extra_pnginfo/workflow/id");
        return id.isTextual() ? shown.put("workflow_id", id.asText()) : shown;
    }

    private static ObjectNode over(ObjectNode entry) {
        JsonNode prompt = entry.path("prompt");
        ObjectNode times = Json.object();
        String status = "completed";
        for (JsonNode message : entry.at("/status/messages")) {
            JsonNode time = message.path(1).path("timestamp");
            switch (message.path(0).asText()) {
                case "execution_start" -> times.set("execution_start_time", time);
                case "execution_success" -> times.set("execution_end_time", time);
                case "execution_interrupted" -> {
                    times.set("execution_end_time", time);
                    status = "cancelled";
                }
                case "execution_error" -> {
                    times.set("execution_end_time", time);
                    times.set("execution_error", message.path(1));
                    status = "failed";
                }
                default -> {}
            }
        }
        ObjectNode shown = start(prompt.path(1).asText(), status, prompt.path(0), prompt.path(3));
        shown.setAll(times);
        summarize(entry.path("outputs"), shown);
        return workflow(shown, prompt.path(3));
    }

    private static void summarize(JsonNode outputs, ObjectNode shown) {
        int count = 0;
        ObjectNode preview = Json.object();
        for (Map.Entry<String, JsonNode> output : outputs.properties()) {
            for (JsonNode file : output.getValue().path("images")) {
                count++;
                boolean better = !preview.path("type").asText().equals("output")
                        && (preview.isEmpty() || file.path("type").asText().equals("output"));
                if (better) {
                    preview.setAll((ObjectNode) file);
                    preview.put("nodeId", output.getKey()).put("mediaType", "images");
                }
            }
        }
        shown.put("outputs_count", count).put("previewable_outputs_count", count);
        if (!preview.isEmpty()) {
            shown.set("preview_output", preview);
        }
    }

    private ObjectNode detailed(ObjectNode entry) {
        ObjectNode shown = over(entry);
        shown.set("outputs", entry.path("outputs"));
        shown.set("execution_status", entry.path("status"));
        ObjectNode workflow = shown.putObject("workflow");
        workflow.set("prompt", entry.path("prompt").path(2));
        workflow.set("extra_data", entry.path("prompt").path(3));
        return shown;
    }
}
