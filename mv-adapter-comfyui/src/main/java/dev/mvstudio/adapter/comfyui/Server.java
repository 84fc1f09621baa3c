package dev.mvstudio.adapter.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.wire.Answer;
import dev.mvstudio.wire.Content;
import dev.mvstudio.wire.Json;
import dev.mvstudio.wire.Method;
import dev.mvstudio.wire.Request;
import dev.mvstudio.wire.UnreadableException;
import dev.mvstudio.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One ComfyUI. Sends no Origin: it refuses other origins than its own. */
final class Server {
    /** Queues hold the graph of everything that waits. */
    private static final int LARGEST_ANSWER = 128 << 20;

    private final ServerAddress address;
    private final Wire wire;
    private final Refusals refusals;
    private final Duration timeout;

    Server(ServerAddress address, Wire wire, Refusals refusals, Duration timeout) {
        this.address = address;
        this.wire = wire;
        this.refusals = refusals;
        this.timeout = timeout;
    }

    ServerAddress address() {
        return address;
    }

    String name() {
        return address.name();
    }

    /** An answer. */
    record Reply(int status, JsonNode json) {}

    /** How many prompts it works on, or has to. */
    int remaining() {
        return json("/prompt").path("exec_info").path("queue_remaining").asInt();
    }

    Queue queue() {
        return Queue.of(json("/queue"));
    }

    /** What became of a prompt; missing while it is not over, and when it is not known. */
    JsonNode history(String prompt) {
        return json("/history/" + prompt).path(prompt);
    }

    /** Whether it has a job of this id. Older versions know no jobs. */
    boolean hasJob(String prompt) {
        Reply reply = question("/api/jobs/" + prompt);
        return reply.status() == 200 && Json.text(reply.json(), "id").equals(prompt);
    }

    /** What it says of a kind of node; missing when it has none. */
    JsonNode nodeType(String type) {
        return json("/object_info/" + encoded(type)).path(type);
    }

    /** Takes it from the queue if it waits there. */
    void delete(String prompt) {
        order("/queue", Map.of("delete", List.of(prompt)));
    }

    /** Stops it. Versions that do not look at the id stop whatever runs. */
    void interrupt(String prompt) {
        order("/interrupt", Map.of("prompt_id", prompt));
    }

    private void order(String path, Map<String, Object> body) {
        try {
            Reply reply = send(Method.POST, path, Content.json(body));
            if (reply.status() >= 300) {
                throw refusals.status(asking(path), reply.status());
            }
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /**
     * Sends a picture.
     *
     * @return what graphs call it
     * @throws UnreadableException when it cannot be read here
     */
    String upload(ReferenceImage image) throws UnreadableException {
        String doing = "sending the reference image " + image.asset().id() + " to " + address;
        try {
            Reply reply = send(Method.POST, "/upload/image", new Upload(image).content());
            if (reply.status() >= 300) {
                throw refusals.status(doing, reply.status());
            }
            String name = Json.text(reply.json(), "name");
            if (name.isEmpty()) {
                throw refusals.exception(ErrorCode.INVALID_PROVIDER_RESPONSE, doing + ": it does not say its name");
            }
            String folder = Json.text(reply.json(), "subfolder");
            return folder.isEmpty() ? name : folder + "/" + name;
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Queues a prompt. */
    Reply submit(Map<String, Object> body) throws IOException {
        return send(Method.POST, "/prompt", Content.json(body));
    }

    private JsonNode json(String path) {
        Reply reply = question(path);
        if (reply.status() != 200) {
            throw refusals.status(asking(path), reply.status());
        }
        if (!reply.json().isContainerNode()) {
            throw refusals.exception(
                    ErrorCode.PROVIDER_UNAVAILABLE,
                    asking(path) + ": the answer is no JSON; is there a ComfyUI at that address?");
        }
        return reply.json();
    }

    private Reply question(String path) {
        try {
            return send(Method.GET, path, null);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private String asking(String path) {
        return "asking " + address + path.replaceAll("\\?.*", "");
    }

    ProviderException unreachable(IOException e) {
        return refusals.exception(
                ErrorCode.PROVIDER_UNAVAILABLE,
                "the ComfyUI at " + address + " cannot be reached: " + e.getMessage(),
                e);
    }

    private Reply send(Method method, String path, @Nullable Content content) throws IOException {
        Request request =
                request(method, path).header("Accept", "application/json").content(content);
        try (Answer answer = wire.send(request)) {
            return new Reply(answer.status(), Json.read(answer.bytes(LARGEST_ANSWER, timeout)));
        }
    }

    /** A request that says who we are, if somebody wants to know. */
    Request request(Method method, String path) {
        Request request = Request.of(method, URI.create(address + path));
        if (address.authorization() != null) {
            request.header("Authorization", address.authorization().reveal());
        }
        return request;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
