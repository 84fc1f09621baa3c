package dev.mvstudio.testkit.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mvstudio.testkit.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Calls a fake as somebody would who has its token. */
final class Caller implements AutoCloseable {
    static final String VEO = "/models/google/veo-3.1/predictions";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FakeReplicate fake;

    Caller(FakeReplicate fake) {
        this.fake = fake;
    }

    Heard get(String path) throws IOException {
        return send(request(path).GET());
    }

    Heard delete(String path) throws IOException {
        return send(request(path).DELETE());
    }

    Heard post(String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Orders a clip; {@code more} are further members of the input. */
    Heard clip(String more, String... headers) throws IOException {
        return post(VEO, "{\"input\":{\"prompt\":\"a cat\"" + more + "}}", headers);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(path.startsWith("http") ? URI.create(path) : URI.create(fake.api() + path))
                .header("Authorization", "Bearer " + fake.token());
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

    /** Downloads without a token. */
    HttpResponse<byte[]> download(String uri) throws IOException {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Asks until the prediction is over. */
    Heard settled(Heard created) throws IOException {
        assertThat(created.status()).as(created.text()).isIn(201, 202);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Heard now = get("/predictions/" + created.at("/id"));
        while (!Prediction.OVER.contains(now.at("/status")) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(5_000_000);
            now = get("/predictions/" + created.at("/id"));
        }
        return now;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
