package dev.mvstudio.testkit.replicate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a body, told as Replicate tells it: all at once, by path. */
final class Violations {
    private record Violation(String type, String field, String description) {}

    private final List<Violation> all = new ArrayList<>();

    /**
     * Notes one.
     *
     * @param field the path of the object or value; empty for the body itself
     */
    void add(String type, String field, String description) {
        all.add(new Violation(type, field, description));
    }

    /** Goes on only when nothing was noted. */
    void refuse() {
        if (!all.isEmpty()) {
            throw new Refused(Answer.json(422, body()));
        }
    }

    private ObjectNode body() {
        StringBuilder detail = new StringBuilder();
        ObjectNode body = Json.object();
        ArrayNode fields = body.arrayNode();
        for (Violation v : all) {
            detail.append("- ")
                    .append(v.field.isEmpty() ? "" : v.field + ": ")
                    .append(v.description)
                    .append('\n');
            fields.addObject().put("type", v.type).put("field", v.field).put("description", v.description);
        }
        body.put("detail", detail.toString()).put("status", 422).put("title", "Input validation failed");
        body.set("invalid_fields", fields);
        return body;
    }
}
