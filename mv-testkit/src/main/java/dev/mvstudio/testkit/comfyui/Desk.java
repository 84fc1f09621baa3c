package dev.mvstudio.testkit.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Carries calls out. */
final class Desk {
    private static final long LARGEST = 100L * 1024 * 1024;

    private final Parts parts;
    private final Engine engine;
    private final Jobs jobs;
    private final Views views;
    private final Intake intake;
    private final About about;
    private final Sockets sockets;

    Desk(Parts parts, Engine engine) {
        this.parts = parts;
        this.engine = engine;
        jobs = new Jobs(engine);
        views = new Views(parts);
        intake = new Intake(parts, engine);
        about = new About(parts);
        sockets = new Sockets(parts, engine, about.features());
    }

    /**
     * The answer.
     *
     * @param path of the request, without {@code api}
     * @param body the bytes that came
     */
    Answer answer(Call call, Request request, List<String> path, byte[] body) throws IOException {
        if (!parts.version().isNew() && (call == Call.JOBS || call == Call.CANCEL)) {
            throw Refused.bare(404);
        }
        String second = path.size() > 1 ? path.get(1) : "";
        return switch (call) {
            case PROMPT -> intake.take(json(request));
            case REMAINING -> Answer.json(200, engine.status().get("status"));
            case QUEUE -> Answer.json(200, engine.queue());
            case DEQUEUE -> dequeue(json(request));
            case HISTORY -> second.isEmpty() ? history(request.query()) : history(second);
            case FORGET -> forget(json(request));
            case VIEW -> views.answer(request.query());
            case UPLOAD -> upload(request, body);
            case INTERRUPT -> interrupt(request);
            case FREE -> free(json(request));
            case JOBS -> second.isEmpty() ? jobs.list(request.query()) : jobs.find(second);
            case CANCEL -> path.size() == 3 ? cancel(second) : cancelMany(json(request));
            case STATS -> Answer.json(200, about.stats());
            case OBJECT_INFO -> objectInfo(second);
            case MODELS -> about.models(second);
            case ABOUT -> Answer.json(200, path.get(0).equals("features") ? about.features() : Json.tree(List.of()));
            case EVENTS -> sockets.open(request);
            case OTHER -> throw Refused.bare(404);
        };
    }

    private static ObjectNode json(Request request) {
        try {
            if (Json.read(request.body()) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw Refused.stumbled();
        }
        throw Refused.stumbled();
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private Answer dequeue(ObjectNode body) {
        if (body.path("clear").asBoolean()) {
            engine.clear();
        }
        engine.dequeue(texts(body.path("delete")));
        return Answer.empty(200);
    }

    private Answer history(String id) {
        ObjectNode found = Json.object();
        engine.history(id).ifPresent(entry -> found.set(id, entry));
        return Answer.json(200, found);
    }

    private Answer history(Map<String, String> query) {
        List<Map.Entry<String, ObjectNode>> all =
                new ArrayList<>(engine.history().entrySet());
        int most = number(query.getOrDefault("max_items", "" + all.size()));
        int offset = number(query.getOrDefault("offset", "-1"));
        int from = offset >= 0 ? Math.min(offset, all.size()) : Math.max(0, all.size() - most);
        ObjectNode found = Json.object();
        all.subList(from, Math.min(all.size(), from + most)).forEach(e -> found.set(e.getKey(), e.getValue()));
        return Answer.json(200, found);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refused.stumbled();
        }
    }

    private Answer forget(ObjectNode body) {
        if (body.path("clear").asBoolean()) {
            engine.forgetAll();
        }
        engine.forget(List.copyOf(texts(body.path("delete"))));
        return Answer.empty(200);
    }

    private Answer interrupt(Request request) {
        ObjectNode body = Json.object();
        try {
            if (!request.body().isBlank() && Json.read(request.body()) instanceof ObjectNode object) {
                body = object;
            }
        } catch (IOException e) {
            // What cannot be read is taken for nothing: all are meant.
            body = Json.object();
        }
        engine.interrupt(Optional.of(body.path("prompt_id").asText()).filter(id -> !id.isEmpty()));
        return Answer.empty(200);
    }

    private Answer free(ObjectNode body) {
        if (body.path("free_memory").asBoolean()) {
            engine.free();
        }
        return Answer.empty(200);
    }

    private Answer cancel(String id) {
        if (!jobs.knows(id)) {
            throw Refused.because(404, "Job not found");
        }
        return Answer.json(200, Json.object().put("cancelled", jobs.cancel(id)));
    }

    private Answer cancelMany(ObjectNode body) {
        if (!body.path("job_ids").isArray() || body.path("job_ids").isEmpty()) {
            throw Refused.because(400, "job_ids must be a non-empty list");
        }
        boolean any = false;
        for (String id : texts(body.path("job_ids"))) {
            any |= jobs.cancel(id);
        }
        return Answer.json(200, Json.object().put("cancelled", any));
    }

    private Answer objectInfo(String classType) {
        if (classType.isEmpty()) {
            return Answer.json(200, parts.catalog().all());
        }
        ObjectNode one = Json.object();
        parts.catalog().find(classType).ifPresent(node -> one.set(classType, node));
        return Answer.json(200, one);
    }

    private Answer upload(Request request, byte[] body) throws IOException {
        if (body.length > LARGEST) {
            throw Refused.bare(413);
        }
        Multipart form = Multipart.read(request.header("Content-Type").orElse(""), body);
        Multipart.Part image = form.files().get("image");
        String type = form.fields().getOrDefault("type", "input");
        String subfolder = form.fields().getOrDefault("subfolder", "");
        if (image == null || image.name().isEmpty()) {
            throw Refused.bare(400);
        }
        if (!Disk.isType(type)) {
            throw Refused.stumbled();
        }
        boolean overwrite = Set.of("true", "1").contains(form.fields().getOrDefault("overwrite", ""));
        String name = parts.disk()
                .keep(new Disk.Name(type, subfolder, image.name()), image.bytes(), overwrite)
                .orElseThrow(() -> Refused.bare(400));
        parts.ledger()
                .uploaded(new Uploaded(
                        parts.clock().instant(), image.name(), name, subfolder, type, image.bytes().length));
        return Answer.json(
                200, Json.object().put("name", name).put("subfolder", subfolder).put("type", type));
    }
}
