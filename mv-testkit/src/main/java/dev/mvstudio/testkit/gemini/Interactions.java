package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Clips as interactions. */
final class Interactions {
    private static final String INVALID = "invalid_request";

    private final Downloads downloads;

    Interactions(Downloads downloads) {
        this.downloads = downloads;
    }

    private static Refused refused(String message) {
        return Refused.interaction(400, INVALID, message);
    }

    /** As somebody who does not know the name hears it. */
    static Refused unknown() {
        return refused("Invalid interaction name.");
    }

    /** Refuses what the model does not take. */
    static void check(ModelCard model, ObjectNode body) {
        if (body.path("stream").asBoolean()) {
            throw refused("stream is not supported by this model.");
        }
        if (body.path("background").asBoolean() && !body.path("store").asBoolean(true)) {
            throw refused("background needs store to be true.");
        }
        List<JsonNode> blocks = blocks(body.path("input"));
        long images = count(blocks, "image");
        long videos = count(blocks, "video");
        if (count(blocks, "text") == 0) {
            throw refused("input needs a text.");
        }
        if (images > model.number("references")) {
            throw refused(
                    "input has " + images + " images, and at most " + model.number("references") + " are allowed.");
        }
        String task = body.at("/generation_config/video_config/task").asText("");
        boolean earlier = videos > 0 || body.has("previous_interaction_id");
        boolean fits = switch (task) {
            case "text_to_video" -> images == 0 && videos == 0;
            case "image_to_video" -> images == 1 || images == 2;
            case "reference_to_video" -> images > 0;
            case "edit", "extend" -> earlier;
            default -> true;
        };
        if (!fits) {
            throw refused("task " + task + " does not fit the input: " + images + " images, " + videos + " videos.");
        }
        checkFormat(model, body.path("response_format"));
    }

    private static long count(List<JsonNode> blocks, String type) {
        return blocks.stream().filter(b -> b.path("type").asText().equals(type)).count();
    }

    /** The text and media blocks of an input, in whichever way they are given. */
    private static List<JsonNode> blocks(JsonNode input) {
        List<JsonNode> blocks = new ArrayList<>();
        if (input.isTextual() && !input.asText().isBlank()) {
            blocks.add(Json.object().put("type", "text").put("text", input.asText()));
        } else if (input.isArray()) {
            input.forEach(i -> blocks.addAll(blocks(i)));
        } else if (input.path("type").asText().equals("user_input")) {
            blocks.addAll(blocks(input.path("content")));
        } else if (input.isObject()) {
            blocks.add(block(input));
        }
        return blocks;
    }

    private static JsonNode block(JsonNode block) {
        String type = block.path("type").asText();
        switch (type) {
            case "text" -> Shapes.readInteraction("TextBlock", block);
            case "image", "video" -> {
                Shapes.readInteraction("MediaBlock", block);
                if (block.has("data") == block.has("uri")) {
                    throw refused("a block of type " + type + " needs either data or uri.");
                }
                if (type.equals("image") && block.has("data")) {
                    picture(block);
                }
            }
            default -> throw refused("there is no block of type '" + type + "'.");
        }
        return block;
    }

    private static void picture(JsonNode block) {
        if (!Inline.isSupported(block.path("mime_type").asText())
                || !Inline.isPicture(block.path("data").asText())) {
            throw refused("Unable to process input image.");
        }
    }

    private static void checkFormat(ModelCard model, JsonNode format) {
        JsonNode only = format.isArray() && format.size() == 1 ? format.get(0) : format;
        if (only.isMissingNode()) {
            return;
        }
        ObjectNode read = Shapes.readInteraction("VideoResponseFormat", only);
        choice(read.path("aspect_ratio"), "aspect_ratio", model.allowed("aspectRatio"));
        choice(read.path("resolution"), "resolution", model.allowed("resolution"));
        String duration = read.path("duration").asText("8s");
        if (!duration.matches("\\d+(\\.\\d+)?s")) {
            throw refused(
                    "Invalid value at 'response_format.duration' (google.protobuf.Duration), \"" + duration + "\"");
        }
        choice(Json.tree(duration.replaceAll("(\\.0+)?s$", "")), "duration", model.allowed("durationSeconds"));
    }

    private static void choice(JsonNode value, String name, List<String> allowed) {
        if (!value.isMissingNode() && !allowed.contains(value.asText())) {
            throw refused("response_format." + name + " " + value.asText() + " is not one of "
                    + String.join(", ", allowed) + ".");
        }
    }

    /** All text in it, a line for each block. */
    static String prompt(JsonNode input) {
        return blocks(input).stream()
                .filter(b -> b.has("text"))
                .map(b -> b.get("text").asText())
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    /** As it stands. */
    ObjectNode show(Clip clip, Instant now) {
        ObjectNode shown = Json.object();
        shown.put("id", clip.id())
                .put("object", "interaction")
                .put("model", clip.order().model())
                .put("created", clip.order().at().toString())
                .put("updated", (clip.isOver(now) ? clip.ends() : now).toString())
                .put("status", status(clip, now));
        if (!clip.isOver(now) || clip.isCancelled()) {
            return shown;
        }
        switch (clip.outcome()) {
            case Outcome.Success success -> video(output(shown), clip, success.inline());
            case Outcome.Filtered filtered ->
                output(shown).addObject().put("type", "text").put("text", filtered.reason());
            case Outcome.Failed failed -> failed(shown, failed);
            case Outcome.Odd odd -> shown.putArray("steps").add(odd.response());
            case Outcome.Ended ended -> shown.putArray("steps");
        }
        return shown;
    }

    private static String status(Clip clip, Instant now) {
        if (clip.isCancelled()) {
            return "cancelled";
        }
        if (!clip.isOver(now)) {
            return "in_progress";
        }
        return switch (clip.outcome()) {
            case Outcome.Failed failed -> "failed";
            case Outcome.Ended ended -> ended.status();
            case Outcome.Success success -> "completed";
            // Seen so: a refusal is complete, has words in place of a clip, and no error.
            case Outcome.Filtered filtered -> "completed";
            case Outcome.Odd odd -> "completed";
        };
    }

    private static ArrayNode output(ObjectNode shown) {
        ArrayNode steps = shown.putArray("steps");
        steps.addObject().put("type", "thought").put("signature", "EhgKFg==");
        return steps.addObject().put("type", "model_output").putArray("content");
    }

    private void video(ArrayNode content, Clip clip, boolean atOnce) {
        JsonNode format = clip.order().body().path("response_format");
        boolean inline = atOnce
                || !(format.isArray() ? format.path(0) : format)
                        .path("delivery")
                        .asText()
                        .equals("uri");
        String file = clip.files().get(0);
        ObjectNode video = content.addObject().put("type", "video").put("mime_type", "video/mp4");
        video.put(inline ? "data" : "uri", inline ? downloads.base64(file) : downloads.uri(file));
    }

    private static void failed(ObjectNode shown, Outcome.Failed failed) {
        shown.putArray("errors").addObject().put("code", "internal").put("message", failed.message());
        shown.putArray("steps")
                .addObject()
                .put("type", "model_output")
                .putObject("error")
                .put("code", failed.code())
                .put("message", failed.message());
    }
}
