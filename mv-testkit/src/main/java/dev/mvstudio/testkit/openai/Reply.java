package dev.mvstudio.testkit.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to one question.
 *
 * @param body as it is sent
 * @param fault what goes wrong while it is sent
 */
public record Reply(int status, Map<String, String> headers, String body, Fault fault) {
    /** What goes wrong on the way. */
    public enum Fault {
        NONE,
        /** The connection is closed before anything is answered. */
        DROPPED,
        /** The connection is closed in the middle of the answer. */
        CUT,
        /** Nothing is answered, and the connection stays open. */
        SILENT,
        /** One byte now and then. */
        DRIPPING
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A whole answer. */
    public static Reply of(int status, String body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), body, Fault.NONE);
    }

    /** The model wrote this. */
    public static Reply text(String content) {
        return completion(message -> message.put("content", content), "stop");
    }

    /** The model wrote this, and had to stop there. */
    public static Reply cutOff(String content) {
        return completion(message -> message.put("content", content), "length");
    }

    /** The model wrote as many scenes, about nothing. */
    public static Reply scenes(int number) {
        return text(json(number, ""));
    }

    /** The model will not. */
    public static Reply refusal(String why) {
        return completion(message -> message.putNull("content").put("refusal", why), "stop");
    }

    /** A filter took away what the model wrote. */
    public static Reply filtered() {
        return completion(message -> message.put("content", ""), "content_filter");
    }

    /** A completion with a message of one's own. */
    public static Reply completion(Consumer<ObjectNode> message, String finishReason) {
        ObjectNode body = JSON.createObjectNode();
        body.put("id", "chatcmpl-fake").put("object", "chat.completion").put("created", 1_760_000_000);
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
        message.accept(choice.putObject("message").put("role", "assistant"));
        choice.put("finish_reason", finishReason).putNull("logprobs");
        body.putObject("usage")
                .put("prompt_tokens", 9)
                .put("completion_tokens", 9)
                .put("total_tokens", 18);
        return of(200, body.toString());
    }

    /** An error as OpenAI has them. */
    public static Reply error(int status, @Nullable String code, String message) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", status == 429 ? "requests" : "invalid_request_error")
                .putNull("param")
                .put("code", code);
        return of(status, body.toString());
    }

    public Reply header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Reply(status, Map.copyOf(more), body, fault);
    }

    /** The same answer, which goes wrong on the way. */
    public Reply but(Fault other) {
        return new Reply(status, headers, body, other);
    }

    /** The JSON of scenes, each with something to know it by. */
    public static String json(int number, String mark) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode scenes = answer.putArray("scenes");
        IntStream.rangeClosed(1, number)
                .forEach(i -> scenes.addObject()
                        .put("description", "Scene " + i + ": a robot waves. " + mark)
                        .put("negative_description", "blurry, captions"));
        return answer.toString();
    }

    /** The JSON of scenes with these descriptions. */
    public static String json(String... descriptions) {
        return JSON.createObjectNode()
                .set(
                        "scenes",
                        Arrays.stream(descriptions)
                                .map(d -> JSON.createObjectNode()
                                        .put("description", d)
                                        .put("negative_description", "blurry"))
                                .collect(Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        nodes -> JSON.createArrayNode().addAll(nodes))))
                .toString();
    }
}
