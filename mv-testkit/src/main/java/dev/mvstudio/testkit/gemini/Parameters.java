package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The loose members of requests to Imagen and Veo, and the words in which they are refused. */
final class Parameters {
    private Parameters() {}

    /** The one thing that is ordered. */
    static JsonNode instance(ObjectNode body) {
        JsonNode instances = body.path("instances");
        if (instances.size() != 1 || !instances.get(0).isObject()) {
            throw Refused.invalid("Exactly one instance is needed, and there are " + instances.size() + ".");
        }
        JsonNode parameters = body.path("parameters");
        if (!parameters.isMissingNode() && !parameters.isObject()) {
            throw Refused.invalid("Invalid value at 'parameters': a struct is needed.");
        }
        return instances.get(0);
    }

    static void only(JsonNode object, List<String> names) {
        for (var member : object.properties()) {
            if (!names.contains(member.getKey())) {
                throw new Refused(Problem.unsupported(member.getKey()));
            }
        }
    }

    static void text(JsonNode value, String name) {
        if (!value.isTextual() || value.asText().isBlank()) {
            throw Refused.invalid("The value for `" + name + "` needs to be a text that is not empty.");
        }
    }

    static void flag(JsonNode value, String name) {
        if (!value.isBoolean()) {
            throw Refused.invalid("The value type for `" + name + "` needs to be a boolean.");
        }
    }

    static void number(JsonNode value, String name, long least, long most) {
        if (!value.isNumber()) {
            throw Refused.invalid("The value type for `" + name + "` needs to be a number.");
        }
        if (value.doubleValue() != value.asLong() || value.asLong() < least || value.asLong() > most) {
            throw new Refused(Problem.outOfBound(name, least, most));
        }
    }

    /** A value of these; when there are none, the model has no such parameter. */
    static void choice(JsonNode value, String name, List<String> allowed) {
        if (allowed.isEmpty()) {
            throw new Refused(Problem.unsupported(name));
        }
        if (!value.isMissingNode() && !(value.isTextual() && allowed.contains(value.asText()))) {
            throw Refused.invalid(value.asText() + " for " + name + " is currently not supported.");
        }
    }

    /** A picture, as these endpoints take it. */
    static void picture(JsonNode picture) {
        only(picture, List.of("bytesBase64Encoded", "mimeType"));
        String mimeType = picture.path("mimeType").asText();
        if (!Inline.isSupported(mimeType)) {
            throw Refused.invalid("Unsupported MIME type: " + mimeType);
        }
        if (!Inline.isPicture(picture.path("bytesBase64Encoded").asText())) {
            throw Refused.invalid("Unable to process input image.");
        }
    }
}
