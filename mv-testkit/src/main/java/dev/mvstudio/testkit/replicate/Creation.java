package dev.mvstudio.testkit.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads an order, and refuses what the API refuses. */
final class Creation {
    private static final Set<String> EVENTS = Set.of("start", "output", "logs", "completed");
    private static final Set<String> MEMBERS = Set.of("input", "webhook", "webhook_events_filter", "stream");

    private final Catalog catalog;
    private final Files files;

    Creation(Catalog catalog, Files files) {
        this.catalog = catalog;
        this.files = files;
    }

    /** The order, when everything about it is right. */
    Prediction.Order read(Request request, String id, Instant now) {
        String way = request.step(0);
        // The model is looked up before the body is looked at, but for the way that names it in there.
        ModelCard named = switch (way) {
            case "models" -> catalog.official(request.name(1));
            case "deployments" -> catalog.deployed(request.name(1));
            default -> null;
        };
        ObjectNode body = object(request);
        checkMembers(body, named == null);
        ModelCard model = named == null ? catalog.version(body.get("version").asText()) : named;
        ObjectNode input = (ObjectNode) body.get("input");
        Violations violations = new Violations();
        new InputCheck(violations, files::has).check(model.input(), input);
        violations.refuse();
        return new Prediction.Order(
                id,
                model,
                input,
                now,
                request.header(CancelAfter.HEADER)
                        .map(after -> now.plus(CancelAfter.parse(after)))
                        .orElse(null),
                way.equals("deployments") ? request.name(1) : null,
                text(body, "webhook"),
                events(body));
    }

    private static ObjectNode object(Request request) {
        try {
            String body = request.body();
            if (body != null && Json.read(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // Told below, as for other values that are no object.
        }
        throw new Refused(Answer.json(
                400,
                Json.object()
                        .put("detail", "The request body is not a JSON object")
                        .put("status", 400)));
    }

    private static void checkMembers(ObjectNode body, boolean versioned) {
        Violations violations = new Violations();
        if (versioned && !body.has("version")) {
            violations.add("required", "", "version is required");
        }
        if (!body.has("input")) {
            violations.add("required", "", "input is required");
        }
        Set<String> known = new HashSet<>(MEMBERS);
        if (versioned) {
            known.add("version");
        }
        for (String name : names(body)) {
            if (!known.contains(name)) {
                violations.add(
                        "additional_property_not_allowed", "", "Additional property " + name + " is not allowed");
            }
        }
        type(violations, body, "version", JsonNode::isTextual, "string");
        type(violations, body, "input", JsonNode::isObject, "object");
        type(violations, body, "stream", JsonNode::isBoolean, "boolean");
        type(violations, body, "webhook", JsonNode::isTextual, "string");
        type(violations, body, "webhook_events_filter", JsonNode::isArray, "array");
        checkWebhook(violations, body);
        violations.refuse();
    }

    private static Set<String> names(ObjectNode body) {
        Set<String> names = new TreeSet<>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void type(
            Violations violations,
            ObjectNode body,
            String name,
            java.util.function.Predicate<JsonNode> right,
            String expected) {
        if (body.has(name) && !right.test(body.get(name))) {
            violations.add("invalid_type", name, "Invalid type. Expected: " + expected);
        }
    }

    private static void checkWebhook(Violations violations, ObjectNode body) {
        String webhook = text(body, "webhook");
        if (webhook != null && !isWeb(webhook)) {
            violations.add("format", "webhook", "Does not match format 'uri'");
        }
        int i = 0;
        for (JsonNode event : body.path("webhook_events_filter")) {
            if (!EVENTS.contains(event.asText())) {
                violations.add(
                        "enum",
                        "webhook_events_filter." + i,
                        "webhook_events_filter." + i
                                + " must be one of the following: \"start\", \"output\", \"logs\", \"completed\"");
            }
            i++;
        }
    }

    private static boolean isWeb(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static @Nullable String text(ObjectNode body, String name) {
        return body.path(name).isTextual() ? body.get(name).asText() : null;
    }

    private static Set<String> events(ObjectNode body) {
        Set<String> events = new HashSet<>();
        body.path("webhook_events_filter").forEach(event -> events.add(event.asText()));
        return events.isEmpty() ? EVENTS : events;
    }
}
