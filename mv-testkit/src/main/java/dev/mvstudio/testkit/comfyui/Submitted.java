package dev.mvstudio.testkit.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A graph that was accepted, whether or not the caller came to know of it.
 *
 * @param at when
 * @param id of the prompt
 * @param number its place in the queue: the lower, the earlier
 * @param clientId who is told; empty when nobody is
 * @param graph the nodes, by id
 * @param extra what else was said
 */
public record Submitted(Instant at, String id, double number, String clientId, ObjectNode graph, ObjectNode extra) {
    /** The inputs of the first node of this class; empty when there is none. */
    public JsonNode inputs(String classType) {
        for (JsonNode node : graph) {
            if (node.path("class_type").asText().equals(classType)) {
                return node.path("inputs");
            }
        }
        return graph.path("");
    }

    /** Whether some input of some node is this text. */
    public boolean says(String text) {
        for (JsonNode node : graph) {
            for (JsonNode input : node.path("inputs")) {
                if (input.asText().equals(text)) {
                    return true;
                }
            }
        }
        return false;
    }
}
