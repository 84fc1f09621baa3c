package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Pictures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fake whose clock stands still, and somebody who calls it. Bodies are written with {@code '} for {@code "}. */
abstract class Rehearsal {
    static final String TEXT_MODEL = "gemini-3.7-flash";
    static final String VEO = "veo-3.1-generate-preview";
    static final String OMNI = "gemini-omni-1.1-flash";
    static final String PICTURE = Base64.getEncoder().encodeToString(Pictures.draw("png", "1:1", 5));

    record Heard(int status, String text, java.net.http.HttpHeaders headers) {
        JsonNode json() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : Json.read(text);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + text, e);
            }
        }

        String at(String pointer) {
            return json().at(pointer).asText();
        }

        boolean has(String pointer) {
            return !json().at(pointer).isMissingNode();
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final ManualClock clock = new ManualClock();
    FakeGemini fake;

    @BeforeEach
    void start() {
        fake = FakeGemini.start(FakeGemini.Setup.USUAL.clock(clock));
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        fake.close();
    }

    Heard get(String path) throws IOException {
        return send(request(path).GET());
    }

    Heard post(String path, String body) throws IOException {
        return send(request(path).POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("x-goog-api-key", fake.key());
    }

    URI uri(String path) {
        return path.startsWith("http") ? URI.create(path) : URI.create(fake.address() + "/v1beta/" + path);
    }

    Heard send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Heard(response.statusCode(), response.body(), response.headers());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpResponse<byte[]> bytes(String uri) throws IOException {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Asks a text model; {@code more} are further members. */
    Heard content(String prompt, String more) throws IOException {
        return post(
                "models/" + TEXT_MODEL + ":generateContent",
                "{'contents':[{'role':'user','parts':[{'text':'" + prompt + "'}]}]" + more + "}");
    }

    /** Orders a clip; {@code instance} and {@code parameters} are further members of each. */
    Heard clip(String model, String instance, String parameters) throws IOException {
        return post(
                "models/" + model + ":predictLongRunning",
                "{'instances':[{'prompt':'a cat'" + instance + "}],'parameters':{" + parameters + "}}");
    }

    /** Orders a clip as an interaction; {@code more} are further members. */
    Heard interact(String more) throws IOException {
        return post("interactions", "{'model':'" + OMNI + "','input':'a cat','background':true" + more + "}");
    }
}
