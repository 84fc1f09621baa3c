package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What Veo models take. */
final class Veo {
    private final ModelCard model;
    private final Catalog catalog;
    private final JsonNode instance;
    private final JsonNode parameters;

    private Veo(ModelCard model, Catalog catalog, ObjectNode body) {
        this.model = model;
        this.catalog = catalog;
        this.instance = Parameters.instance(body);
        this.parameters = body.path("parameters");
    }

    /** Refuses what the model does not take. */
    static void check(ModelCard model, Catalog catalog, ObjectNode body) {
        Veo veo = new Veo(model, catalog, body);
        veo.checkInstance();
        veo.parameters.properties().forEach(p -> veo.checkParameter(p.getKey(), p.getValue()));
        veo.checkLength();
        veo.checkReferences();
    }

    private void checkInstance() {
        for (var member : instance.properties()) {
            String name = member.getKey();
            if (!name.equals("prompt") && !model.allowed("inputs").contains(name)) {
                throw new Refused(Problem.unsupported(name));
            }
            switch (name) {
                case "image", "lastFrame" -> Parameters.picture(member.getValue());
                case "video" -> Parameters.only(member.getValue(), List.of("uri"));
                default -> {}
            }
        }
        if (!instance.has("image")) {
            Parameters.text(instance.path("prompt"), "prompt");
        }
        if (instance.has("lastFrame") && !instance.has("image")) {
            throw Refused.invalid("`lastFrame` needs an `image` to begin with.");
        }
    }

    private void checkReferences() {
        JsonNode references = instance.path("referenceImages");
        if (references.isMissingNode()) {
            return;
        }
        if (instance.has("image") || instance.has("lastFrame")) {
            throw Refused.invalid("`referenceImages` cannot be used with `image` or `lastFrame`.");
        }
        if (references.isEmpty() || references.size() > model.number("references")) {
            throw Refused.invalid("`referenceImages` takes 1 to " + model.number("references") + " images.");
        }
        if (!parameters.path("aspectRatio").asText("16:9").equals("16:9")) {
            throw Refused.invalid("`referenceImages` is only supported with an aspect ratio of 16:9.");
        }
        for (JsonNode reference : references) {
            Parameters.only(reference, List.of("image", "referenceType"));
            Parameters.picture(reference.path("image"));
            Parameters.choice(reference.path("referenceType"), "referenceType", List.of("asset", "ASSET"));
        }
    }

    private void checkParameter(String name, JsonNode value) {
        switch (name) {
            case "sampleCount" -> Parameters.number(value, name, 1, model.number("samples"));
            case "durationSeconds" -> duration(value, name);
            case "aspectRatio", "resolution" -> Parameters.choice(value, name, model.allowed(name));
            case "personGeneration" -> Parameters.choice(value, name, model.allowed(name + "/" + mode()));
            case "negativePrompt" -> {
                if (!value.isTextual()) {
                    throw Refused.invalid("The value type for `negativePrompt` needs to be a string.");
                }
            }
            case "enhancePrompt" -> Parameters.flag(value, name);
            default -> {
                if (!catalog.allows(name)) {
                    throw new Refused(Problem.unsupported(name));
                }
            }
        }
    }

    private String mode() {
        if (catalog.isEuropean()) {
            return "europe";
        }
        return instance.has("image") || instance.has("referenceImages") ? "image" : "text";
    }

    private void duration(JsonNode value, String name) {
        List<String> allowed = model.allowed(name);
        long least = Long.parseLong(allowed.get(0));
        long most = Long.parseLong(allowed.get(allowed.size() - 1));
        Parameters.number(value, name, least, most);
        if (!allowed.contains(Long.toString(value.asLong()))) {
            throw new Refused(Problem.outOfBound(name, least, most));
        }
    }

    /** Some things are only to be had in clips of the whole length. */
    private void checkLength() {
        long whole = model.number("wholeLength");
        long seconds = parameters.path("durationSeconds").asLong(whole);
        String resolution = parameters.path("resolution").asText("720p");
        if (instance.has("video") && !resolution.equals("720p")) {
            throw Refused.invalid(resolution + " is not supported for extending a video.");
        }
        if (whole == 0 || seconds == whole) {
            return;
        }
        if (!resolution.equals("720p")) {
            throw Refused.invalid(resolution + " is not supported for a duration of " + seconds + " seconds.");
        }
        for (String input : List.of("referenceImages", "lastFrame", "video")) {
            if (instance.has(input)) {
                throw Refused.invalid("`" + input + "` is not supported for a duration of " + seconds + " seconds.");
            }
        }
    }
}
