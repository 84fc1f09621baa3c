package dev.mvstudio.testkit.comfyui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;

/** A fake, somebody who calls it, and graphs. */
abstract class Rehearsal {
    static final String ID = "58374c42-5e1c-46ea-b265-ab10180003fa";
    static final String OTHER_ID = "da78f870-54d6-46ec-a8ad-e08a71366fb1";

    final HttpClient client = HttpClient.newHttpClient();
    FakeComfyUi fake = FakeComfyUi.start();

    @AfterEach
    void close() {
        client.shutdownNow();
        fake.close();
    }

    void startAs(Version version) {
        fake.close();
        fake = FakeComfyUi.start(version);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofByteArray());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(fake.address() + path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> post(String path, Object body) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.read(response.body());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return json(get(path));
    }

    static ObjectNode node(ObjectNode graph, String id, String classType) {
        ObjectNode node = graph.putObject(id).put("class_type", classType);
        return node.putObject("inputs");
    }

    static void link(ObjectNode inputs, String name, String node, int slot) {
        inputs.putArray(name).add(node).add(slot);
    }

    /** Text to image, as the tutorials have it. */
    static ObjectNode graph(long seed, int steps) {
        ObjectNode graph = Json.object();
        node(graph, "4", "CheckpointLoaderSimple").put("ckpt_name", Catalog.CHECKPOINT);
        link(node(graph, "6", "CLIPTextEncode").put("text", "a fox"), "clip", "4", 1);
        link(node(graph, "7", "CLIPTextEncode").put("text", "blurry"), "clip", "4", 1);
        node(graph, "5", "EmptySD3LatentImage")
                .put("width", 320)
                .put("height", 192)
                .put("batch_size", 1);
        ObjectNode sampler = node(graph, "3", "KSampler");
        link(sampler, "model", "4", 0);
        sampler.put("seed", seed).put("steps", steps).put("cfg", 7.0);
        sampler.put("sampler_name", "euler").put("scheduler", "normal").put("denoise", 1.0);
        link(sampler, "positive", "6", 0);
        link(sampler, "negative", "7", 0);
        link(sampler, "latent_image", "5", 0);
        ObjectNode decode = node(graph, "8", "VAEDecode");
        link(decode, "samples", "3", 0);
        link(decode, "vae", "4", 2);
        link(node(graph, "9", "SaveImage").put("filename_prefix", "mv/scene"), "images", "8", 0);
        return graph;
    }

    static ObjectNode inputs(ObjectNode graph, String id) {
        return (ObjectNode) graph.get(id).get("inputs");
    }

    /** Two nodes: a plain picture is saved. */
    static ObjectNode plain(int colour) {
        ObjectNode graph = Json.object();
        node(graph, "1", "EmptyImage")
                .put("width", 64)
                .put("height", 32)
                .put("batch_size", 2)
                .put("color", colour);
        link(node(graph, "2", "SaveImage").put("filename_prefix", "mv/scene"), "images", "1", 0);
        return graph;
    }

    static ObjectNode prompt(ObjectNode graph) {
        ObjectNode body = Json.object();
        body.set("prompt", graph);
        return body;
    }

    static ObjectNode prompt(ObjectNode graph, String id) {
        return prompt(graph).put("prompt_id", id);
    }

    /** Hands a graph in; the id of the prompt. */
    String submit(ObjectNode graph) throws IOException, InterruptedException {
        return json(post("/prompt", prompt(graph))).get("prompt_id").asText();
    }

    /** What the history says of it, as soon as it says something. */
    JsonNode finished(String id) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plusSeconds(20);
        while (Instant.now().isBefore(deadline)) {
            JsonNode history = json("/history/" + id);
            if (history.has(id)) {
                return history.get(id);
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("prompt " + id + " did not finish");
    }

    static void await(BooleanSupplier what) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (!what.getAsBoolean()) {
            assertThat(Instant.now()).as("the deadline").isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    static String view(JsonNode file) {
        return "/view?filename=" + URLEncoder.encode(file.get("filename").asText(), UTF_8) + "&subfolder="
                + URLEncoder.encode(file.get("subfolder").asText(), UTF_8) + "&type="
                + file.get("type").asText();
    }

    static String size(byte[] picture) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getWidth() + "x" + image.getHeight();
    }

    HttpResponse<String> upload(String name, byte[] bytes, String... fields) throws IOException, InterruptedException {
        String boundary = "----fake";
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, fields[i], fields[i + 1]));
        }
        head.append("--%s\r\nContent-Disposition: form-data; name=\"image\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, name));
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        body.writeBytes(head.toString().getBytes(UTF_8));
        body.writeBytes(bytes);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        return client.send(
                request("/upload/image")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }
}
