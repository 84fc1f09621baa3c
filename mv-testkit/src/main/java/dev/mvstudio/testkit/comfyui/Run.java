package dev.mvstudio.testkit.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One prompt being worked on, and what is told about it meanwhile. */
final class Run {
    private static final long MOST_PIXELS = 4096L * 4096;

    private final Parts parts;
    private final Engine engine;
    private final Cache cache;
    private final Job job;
    private final Graph graph;
    private final Map<String, String> signatures = new LinkedHashMap<>();
    private final ObjectNode progress = Json.object();
    private final ObjectNode outputs = Json.object();
    private final ObjectNode meta = Json.object();
    private final ArrayNode messages = Json.object().arrayNode();
    private final List<String> executed = new ArrayList<>();

    /** Somebody wants it to stop. */
    private static final class Interrupted extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** A node threw. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1;
        private final String type;
        private final String text;

        Failed(String type, String text) {
            super(text);
            this.type = type;
            this.text = text;
        }
    }

    Run(Parts parts, Engine engine, Cache cache, Job job) {
        this.parts = parts;
        this.engine = engine;
        this.cache = cache;
        this.job = job;
        this.graph = job.graph();
        graph.inOrder(job.outputs(), node -> false)
                .forEach(node -> signatures.put(node, graph.signature(node, this::contentOf)));
    }

    private String contentOf(JsonNode file) {
        return parts.disk()
                .annotated(file.asText())
                .map(path -> Integer.toHexString(
                        java.util.Arrays.hashCode(parts.disk().read(path))))
                .orElse("");
    }

    private String signature(String node) {
        return signatures.getOrDefault(node, "");
    }

    private boolean isCached(String node) {
        return cache.has(signature(node));
    }

    /** Works on it to its end; what the history says of it. */
    ObjectNode result() {
        cache.keepOnly(java.util.Set.copyOf(signatures.values()));
        say("execution_start", Json.object());
        List<String> cached = graph.ids().stream()
                .filter(signatures::containsKey)
                .filter(this::isCached)
                .toList();
        ObjectNode told = Json.object();
        told.set("nodes", Json.tree(cached));
        say("execution_cached", told);
        boolean success = finishes();
        ObjectNode result = Json.object();
        result.set("outputs", outputs);
        ObjectNode status = result.putObject("status");
        status.put("status_str", success ? "success" : "error")
                .put("completed", success)
                .set("messages", messages);
        result.set("meta", meta);
        return result;
    }

    private boolean finishes() {
        List<String> order = graph.inOrder(job.outputs(), this::isCached);
        List<String> steps = order.stream().filter(node -> !isCached(node)).toList();
        int beats = steps.stream().mapToInt(node -> 1 + samplerSteps(node)).sum();
        Duration beat = beats == 0 ? Duration.ZERO : parts.pace().taking().dividedBy(beats);
        String at = "";
        try {
            for (String node : order) {
                at = node;
                if (isCached(node)) {
                    repeat(node);
                } else {
                    execute(node, beat, steps);
                }
            }
            say("execution_success", Json.object());
            return true;
        } catch (Interrupted e) {
            ObjectNode where = where(at);
            where.set("executed", Json.tree(executed));
            say("execution_interrupted", where);
        } catch (Failed e) {
            say("execution_error", failure(at, e));
        }
        return false;
    }

    private ObjectNode where(String node) {
        return Json.object().put("node_id", node).put("node_type", graph.classOf(node));
    }

    private ObjectNode failure(String node, Failed e) {
        ObjectNode told = where(node);
        told.set("executed", Json.tree(executed));
        told.put("exception_message", e.text).put("exception_type", e.type);
        told.putArray("traceback").add("  File \"/comfyui/execution.py\", line 545, in execute\n");
        ObjectNode inputs = told.putObject("current_inputs");
        graph.inputs(node).properties().forEach(i -> inputs.putArray(i.getKey()).add(i.getValue()));
        told.set("current_outputs", Json.tree(executed));
        return told;
    }

    /** What the cache knows: the same files as before. */
    private void repeat(String node) {
        cache.files(signature(node)).ifPresent(files -> {
            keep(node, files);
            tellClient("executed", at(node).set("output", files));
            progress.set(node, state(node, Json.tree(1), Json.tree(1), "finished"));
            tellProgress();
        });
    }

    private void execute(String node, Duration beat, List<String> all) throws Interrupted, Failed {
        engine.at(node);
        progress.set(node, state(node, Json.tree(0.0), Json.tree(1.0), "running"));
        tellProgress();
        tellClient("executing", at(node));
        if (job.outcome() instanceof Outcome.Stuck) {
            parts.pace().awaitStop(engine::isInterrupted);
        }
        await(beat);
        fail(node, all);
        int steps = samplerSteps(node);
        for (int step = 1; step <= steps; step++) {
            await(beat);
            sample(node, step, steps);
        }
        if (isOutput(node)) {
            ObjectNode files = write(node);
            cache.put(signature(node), files);
            keep(node, files);
            tellClient("executed", at(node).set("output", files));
        } else {
            cache.put(signature(node));
        }
        executed.add(node);
        boolean sampled = steps > 0;
        JsonNode max = sampled ? Json.tree(steps) : Json.tree(1.0);
        progress.set(node, state(node, max, max, "finished"));
        tellProgress();
    }

    private void await(Duration beat) throws Interrupted {
        parts.pace().await(beat, engine::isInterrupted);
        if (engine.isInterrupted()) {
            throw new Interrupted();
        }
    }

    private void sample(String node, int step, int steps) {
        progress.set(node, state(node, Json.tree(step), Json.tree(steps), "running"));
        tellProgress();
        if (parts.habits().previews()) {
            ObjectNode metadata = Json.object().put("node_id", node).put("prompt_id", job.id());
            metadata.put("display_node_id", node).putNull("parent_node_id").put("real_node_id", node);
            byte[] picture = new Painter(graph, parts.disk()).preview(signature(node), step);
            job.clientId().ifPresent(client -> engine.events().preview(client, picture, metadata));
        }
        ObjectNode told = Json.object().put("value", step).put("max", steps);
        tellClientOrAll("progress", told.put("prompt_id", job.id()).put("node", node));
    }

    private int samplerSteps(String node) {
        boolean samples = graph.classOf(node).startsWith("KSampler");
        return samples ? Math.max(1, graph.inputs(node).path("steps").asInt(1)) : 0;
    }

    private boolean isOutput(String node) {
        return job.outputs().contains(node);
    }

    private void fail(String node, List<String> all) throws Failed {
        for (Map.Entry<String, JsonNode> input :
                Catalog.inputs(description(node)).entrySet()) {
            JsonNode value = graph.inputs(node).path(input.getKey());
            String type = input.getValue().path(0).asText();
            boolean computed = type.matches("MODEL|CLIP|VAE|CONDITIONING|LATENT|IMAGE|MASK|VIDEO|AUDIO");
            if (computed && !value.isMissingNode() && !value.isNull() && !Graph.isLink(value)) {
                throw new Failed("AttributeError", "'" + value.asText() + "' object has no attribute 'shape'");
            }
        }
        String victim =
                all.stream().filter(n -> samplerSteps(n) > 0).findFirst().orElse(all.getLast());
        if (job.outcome() instanceof Outcome.Failure failure && node.equals(victim)) {
            throw new Failed(failure.exceptionType(), failure.message() + "\n");
        }
        Painter.Size size = new Painter(graph, parts.disk()).size(node);
        if ((long) size.width() * size.height() > MOST_PIXELS) {
            Outcome.Failure full = (Outcome.Failure) Outcome.outOfMemory();
            throw new Failed(full.exceptionType(), full.message() + "\n");
        }
    }

    private ObjectNode description(String node) {
        return parts.catalog().find(graph.classOf(node)).orElseGet(Json::object);
    }

    private ObjectNode write(String node) throws Failed {
        try {
            return new Writer(parts, job, node, signature(node)).write();
        } catch (IllegalArgumentException e) {
            throw new Failed("Exception", String.valueOf(e.getMessage()));
        }
    }

    private void keep(String node, ObjectNode files) {
        outputs.set(node, files);
        ObjectNode about = meta.putObject(node);
        about.put("node_id", node)
                .put("display_node", node)
                .putNull("parent_node")
                .put("real_node_id", node);
    }

    private ObjectNode at(String node) {
        return Json.object().put("node", node).put("display_node", node);
    }

    private ObjectNode state(String node, JsonNode value, JsonNode max, String state) {
        ObjectNode told = Json.object();
        told.set("value", value);
        told.set("max", max);
        told.put("state", state).put("node_id", node).put("prompt_id", job.id());
        return told.put("display_node_id", node).putNull("parent_node_id").put("real_node_id", node);
    }

    private void tellProgress() {
        ObjectNode told = Json.object().put("prompt_id", job.id());
        told.set("nodes", progress);
        tellClientOrAll("progress_state", told);
    }

    /** What the history remembers as well; everybody is told of an interruption when nobody waits for this prompt. */
    private void say(String event, ObjectNode more) {
        ObjectNode data = Json.object().put("prompt_id", job.id());
        data.setAll(more);
        if (event.equals("execution_cached")) {
            data.remove("prompt_id");
            data.put("prompt_id", job.id());
        }
        data.put("timestamp", parts.clock().millis());
        messages.addArray().add(event).add(data);
        if (event.equals("execution_interrupted")) {
            tellClientOrAll(event, data);
        } else {
            job.clientId()
                    .filter(c -> !engine.isDead())
                    .ifPresent(c -> engine.events().tell(c, event, data));
        }
    }

    private void tellClient(String event, JsonNode data) {
        ((ObjectNode) data).put("prompt_id", job.id());
        if (!engine.isDead()) {
            job.clientId().ifPresent(client -> engine.events().tell(client, event, (ObjectNode) data));
        }
    }

    private void tellClientOrAll(String event, ObjectNode data) {
        if (!engine.isDead()) {
            job.clientId()
                    .ifPresentOrElse(
                            client -> engine.events().tell(client, event, data),
                            () -> engine.events().tellAll(event, data));
        }
    }
}
