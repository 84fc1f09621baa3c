package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Pictures;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** {@code generateContent}: texts, JSON and pictures. */
final class Contents {
    private static final String REQUEST = "GenerateContentRequest";
    private static final Set<String> ROLES = Set.of("", "user", "model");
    private static final Set<String> THOUGHT_MEMBERS = Set.of("thought", "thoughtSignature", "videoMetadata");

    private volatile Function<Asked, String> writer = asked -> "You asked: " + asked.prompt();

    /** Who writes texts that need not be JSON. */
    void writer(Function<Asked, String> other) {
        writer = other;
    }

    /** Refuses what the model does not take. */
    void check(ModelCard model, ObjectNode body) {
        JsonNode contents = body.path("contents");
        if (contents.isEmpty()) {
            throw Refused.invalid("* " + REQUEST + ".contents: contents is not specified\n");
        }
        for (int i = 0; i < contents.size(); i++) {
            checkContent(contents.get(i), REQUEST + ".contents[" + i + "]");
        }
        if (body.has("systemInstruction")) {
            checkContent(body.get("systemInstruction"), REQUEST + ".system_instruction");
        }
        JsonNode config = body.path("generationConfig");
        checkNumbers(config);
        if (model.gives().equals("image")) {
            checkPicture(model, body);
        } else {
            checkText(config);
        }
    }

    private static void checkContent(JsonNode content, String path) {
        if (!ROLES.contains(content.path("role").asText())) {
            throw Refused.invalid("Please use a valid role: user, model.");
        }
        JsonNode parts = content.path("parts");
        if (parts.isEmpty()) {
            throw Refused.invalid("* " + path + ".parts: contents.parts must not be empty.\n");
        }
        for (int i = 0; i < parts.size(); i++) {
            checkPart((ObjectNode) parts.get(i), path + ".parts[" + i + "]");
        }
    }

    private static void checkPart(ObjectNode part, String path) {
        long data = part.properties().stream()
                .filter(m -> !THOUGHT_MEMBERS.contains(m.getKey()))
                .count();
        if (data != 1) {
            throw Refused.invalid("* " + path + ".data: required oneof field 'data' must have one initialized field\n");
        }
        if (part.has("inlineData")) {
            String mimeType = part.at("/inlineData/mimeType").asText();
            if (!Inline.isSupported(mimeType)) {
                throw Refused.invalid("Unsupported MIME type: " + mimeType);
            }
            if (!Inline.isPicture(part.at("/inlineData/data").asText())) {
                throw Refused.invalid("Unable to process input image. Please retry or report in"
                        + " https://developers.generativeai.google/guide/troubleshooting");
            }
        }
    }

    private static void checkNumbers(JsonNode config) {
        range(config, "temperature", 0, 2);
        range(config, "topP", 0, 1);
        range(config, "maxOutputTokens", 1, 65_536);
        if (config.path("candidateCount").asInt(1) != 1) {
            throw Refused.invalid("Only one candidate can be specified in the current model");
        }
    }

    private static void range(JsonNode config, String name, double least, double most) {
        double value = config.path(name).asDouble(least);
        if (value < least || value > most) {
            throw Refused.invalid("* " + REQUEST + ".generation_config." + name + ": " + name
                    + " must be in the range [" + least + ", " + most + "].\n");
        }
    }

    private static void checkText(JsonNode config) {
        if (config.path("responseModalities").toString().contains("IMAGE")) {
            throw Refused.invalid("Model does not support the requested response modalities: image");
        }
        if (config.has("imageConfig")) {
            throw Refused.invalid("Image config is not supported for this model.");
        }
        boolean schema = config.has("responseSchema");
        boolean jsonSchema = config.has("responseJsonSchema");
        if (schema && jsonSchema) {
            throw Refused.invalid("Only one of response_schema and response_json_schema may be set.");
        }
        if ((schema || jsonSchema)
                && !config.path("responseMimeType").asText().matches("application/json|text/x\\.enum")) {
            throw Refused.invalid("A response schema needs response_mime_type application/json.");
        }
        if (schema) {
            checkSchema(config.get("responseSchema"), REQUEST + ".generation_config.response_schema");
        }
    }

    /** What the real one was seen to say to schemas that are well-formed and yet wrong. */
    private static void checkSchema(JsonNode schema, String path) {
        String type = schema.path("type").asText().toUpperCase(java.util.Locale.ROOT);
        if (type.isEmpty() && !schema.has("anyOf")) {
            throw Refused.invalid("* " + path + ".type: must be specified\n");
        }
        if (type.equals("ARRAY") && !schema.has("items")) {
            throw Refused.invalid("* " + path + ".items: missing field.\n");
        }
        if (type.equals("OBJECT") && schema.path("properties").isEmpty()) {
            throw Refused.invalid("* " + path + ".properties: should be non-empty for OBJECT type\n");
        }
        JsonNode properties = schema.path("properties");
        for (JsonNode required : schema.path("required")) {
            if (!properties.has(required.asText())) {
                throw Refused.invalid("* " + path + ".required[0]: property is not defined\n");
            }
        }
        properties.properties().forEach(p -> checkSchema(p.getValue(), path + ".properties[" + p.getKey() + "]"));
        if (schema.has("items")) {
            checkSchema(schema.get("items"), path + ".items");
        }
    }

    private static void checkPicture(ModelCard model, ObjectNode body) {
        JsonNode config = body.path("generationConfig");
        if (config.has("responseMimeType") || config.has("responseSchema") || config.has("responseJsonSchema")) {
            throw Refused.invalid("JSON mode is not enabled for models/" + model.name());
        }
        choice(config.at("/imageConfig/aspectRatio"), "aspect_ratio", model.allowed("aspectRatio"));
        choice(config.at("/imageConfig/imageSize"), "image_size", model.allowed("imageSize"));
        int references = body.findValues("inlineData").size();
        if (references > model.number("references")) {
            throw Refused.invalid(
                    "Too many images: " + references + ", and at most " + model.number("references") + " are allowed.");
        }
    }

    private static void choice(JsonNode value, String name, List<String> allowed) {
        if (!value.isMissingNode() && !allowed.contains(value.asText())) {
            throw Refused.invalid("* " + REQUEST + ".generation_config.image_config." + name + ": " + value.asText()
                    + " is not one of " + String.join(", ", allowed) + "\n");
        }
    }

    /** All text in it, a line for each part. */
    static String prompt(ObjectNode body) {
        return String.join("\n", body.path("contents").findValuesAsText("text"));
    }

    ObjectNode answer(ModelCard model, Asked asked, String id) {
        ObjectNode answer = Json.object();
        ObjectNode candidate = answer.putArray("candidates").addObject();
        ArrayNode parts = candidate.putObject("content").putArray("parts");
        if (model.gives().equals("image")) {
            draw(parts, model, asked);
        } else {
            parts.addObject().put("text", write(asked));
        }
        ((ObjectNode) candidate.get("content")).put("role", "model");
        candidate.put("finishReason", "STOP").put("index", 0);
        int tokens = asked.body().toString().length() / 4;
        answer.putObject("usageMetadata")
                .put("promptTokenCount", tokens)
                .put("candidatesTokenCount", 400)
                .put("totalTokenCount", tokens + 400);
        return answer.put("modelVersion", model.name()).put("responseId", id);
    }

    private String write(Asked asked) {
        JsonNode config = asked.body().path("generationConfig");
        JsonNode schema =
                config.has("responseSchema") ? config.get("responseSchema") : config.path("responseJsonSchema");
        if (schema.isMissingNode()) {
            return config.path("responseMimeType").asText().equals("application/json") ? "{}" : writer.apply(asked);
        }
        return Fill.in(schema, asked.prompt()).toString();
    }

    private static void draw(ArrayNode parts, ModelCard model, Asked asked) {
        JsonNode config = asked.body().path("generationConfig");
        JsonNode modalities = config.path("responseModalities");
        if (modalities.isMissingNode() || modalities.toString().contains("TEXT")) {
            parts.addObject().put("text", "Here is your picture.");
        }
        String ratio = config.at("/imageConfig/aspectRatio").asText();
        byte[] picture =
                Pictures.draw(Answers.format(model.mimeType()), ratio, (asked.prompt() + asked.at()).hashCode());
        parts.add(Answers.picture(model.mimeType(), picture));
    }
}
