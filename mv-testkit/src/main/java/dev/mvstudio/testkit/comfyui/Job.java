package dev.mvstudio.testkit.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A prompt in the queue.
 *
 * @param order the lower, the earlier
 * @param number the same as it was said or counted
 * @param extra what else was said, with the client's id
 * @param outputs the nodes that are to be run
 * @param outcome how it will turn out
 */
record Job(
        double order,
        JsonNode number,
        String id,
        Graph graph,
        ObjectNode extra,
        List<String> outputs,
        Outcome outcome) {
    Optional<String> clientId() {
        return Optional.of(extra.path("client_id").asText()).filter(id -> !id.isEmpty());
    }

    Submitted submitted(Instant at) {
        return new Submitted(at, id, order, clientId().orElse(""), graph.nodes(), extra);
    }

    /** As in {@code /queue} and {@code /history}. */
    ArrayNode show() {
        ArrayNode shown = Json.object().arrayNode();
        shown.add(number).add(id).add(graph.nodes()).add(extra).add(Json.tree(outputs));
        return shown;
    }
}
