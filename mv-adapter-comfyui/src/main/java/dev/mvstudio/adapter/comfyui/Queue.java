package dev.mvstudio.adapter.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a server works on, and what waits there.
 *
 * @param running prompt ids
 * @param pending prompt ids, the next one first
 */
record Queue(List<String> running, List<String> pending) {
    static Queue of(JsonNode json) {
        return new Queue(ids(json.path("queue_running")), ids(json.path("queue_pending")));
    }

    /** Each is {@code [number, prompt_id, …]}; the one with the lowest number is next. */
    private static List<String> ids(JsonNode entries) {
        List<JsonNode> sorted = new ArrayList<>();
        entries.forEach(sorted::add);
        sorted.sort(Comparator.comparingDouble(entry -> entry.path(0).asDouble()));
        return sorted.stream().map(entry -> entry.path(1).asText()).toList();
    }
}
