package dev.mvstudio.adapter.openai;

import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.wire.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is sent: OpenAI's request for a chat completion. */
final class Question {
    /** Of the answer that is shown to the model again: room for fifty scenes as they should be. */
    private static final int LONGEST_ANSWER = 100_000;

    private final OpenAiConfiguration configuration;
    private final SceneRequest request;

    Question(OpenAiConfiguration configuration, SceneRequest request) {
        this.configuration = configuration;
        this.request = request;
    }

    Map<String, Object> first() {
        return body(List.of(message("user", prompt())));
    }

    /**
     * The same question with what was wrong with the answer to it. Models want to be spoken to in turns, and some servers
     * refuse turns without words: an empty answer is left out.
     */
    Map<String, Object> again(String answer, List<String> objections) {
        String reminder = "Your answer cannot be used:\n- " + String.join("\n- ", objections)
                + "\nAnswer once more, from the beginning and in full. All the rules still hold.";
        return answer.isBlank()
                ? body(List.of(message("user", prompt() + "\n\n" + reminder)))
                : body(List.of(
                        message("user", prompt()),
                        message("assistant", Wording.cut(Wording.wellFormed(answer), LONGEST_ANSWER)),
                        message("user", reminder)));
    }

    private String prompt() {
        return Wording.wellFormed(request.prompt());
    }

    private static Map<String, Object> message(String role, String content) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", content);
        return message;
    }

    private Map<String, Object> body(List<Map<String, Object>> messages) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", request.model().name());
        body.put("messages", messages);
        configuration.format().member().ifPresent(format -> body.put("response_format", format));
        if (configuration.temperature() != null) {
            body.put("temperature", configuration.temperature());
        }
        if (request.seed() != null) {
            body.put("seed", request.seed());
        }
        return body;
    }
}
