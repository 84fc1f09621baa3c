package dev.mvstudio.rig;

import dev.mvstudio.testkit.provider.Settling;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Calls one server. */
public final class Studio {
    private static final Set<String> FINAL = Set.of("succeeded", "failed", "canceled");
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI address;

    Studio(URI address) {
        this.address = address;
    }

    /** Of which the same server, or another one on the same jobs, makes one job, however often it is asked. */
    public record Order(String path, String body, String key) {
        /** A film of so many scenes. */
        public static Order film(int scenes, String key) {
            String body = "{\"idea\":\"a robot learns to dance\",\"character_description\":\"a small silver robot\","
                    + "\"duration\":1,\"resolution\":\"480p\",\"number_of_scenes\":" + scenes + "}";
            return new Order("/api/mv/create_music_video", body, key);
        }

        /** A clip of one second. */
        public static Order clip(String key) {
            String body = "{\"prompt\":\"a robot dances\",\"duration\":1,\"resolution\":\"480p\"}";
            return new Order("/api/mv/generate_video", body, key);
        }
    }

    /** Orders, and waits for nothing but the job's name. */
    public Answer order(Order order) throws IOException {
        return send(post(order).header("Prefer", "respond-async"));
    }

    /** Orders, and waits until it is made. */
    public Answer orderAndWait(Order order) throws IOException {
        return send(post(order));
    }

    private HttpRequest.Builder post(Order order) {
        return HttpRequest.newBuilder(address.resolve(order.path()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", order.key())
                .timeout(Duration.ofMinutes(10))
                .POST(BodyPublishers.ofString(order.body()));
    }

    public Answer get(String path) throws IOException {
        return send(HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofMinutes(1)));
    }

    /** The job, as it is now. */
    public Json job(String id) throws IOException {
        Answer answer = get("/api/mv/jobs/" + id);
        if (answer.status() != 200) {
            throw new IOException("asking for the job " + id + ": " + answer);
        }
        return answer.json();
    }

    /** The job once it is over. Questions that fail are asked again. */
    public Json ended(String id, Duration patience) {
        AtomicReference<Json> last = new AtomicReference<>(Json.read(""));
        Settling.until(
                () -> {
                    try {
                        last.set(job(id));
                        return isOver(last.get());
                    } catch (IOException e) {
                        return false;
                    }
                },
                patience);
        return last.get();
    }

    public static boolean isOver(Json job) {
        return FINAL.contains(job.at("state").text());
    }

    /** A job's events, as they come; ends with the server or when it is closed. */
    public InputStream events(String id) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/mv/jobs/" + id + "/events"))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> answer = exchange(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new IOException("listening to the job " + id + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private static Answer send(HttpRequest.Builder request) throws IOException {
        HttpResponse<byte[]> answer = exchange(request.build(), BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), answer.headers(), answer.body());
    }

    private static <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            return CLIENT.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while calling " + request.uri(), e);
        }
    }
}
