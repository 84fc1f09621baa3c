package dev.mvstudio.testkit.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * One question that was asked.
 *
 * @param headers as they came, names in the server's spelling
 * @param body the request for a completion
 */
public record Asked(Map<String, List<String>> headers, JsonNode body) {
    private static final Pattern COUNT = Pattern.compile("(\\d+)\\s+scenes");

    /** A header's first value; empty when it was not sent. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(h -> h.getKey().equalsIgnoreCase(name))
                .map(h -> h.getValue().get(0))
                .findFirst();
    }

    /** What was said first. */
    public String prompt() {
        return body.at("/messages/0/content").asText();
    }

    /** What was said last. */
    public String last() {
        JsonNode messages = body.path("messages");
        return messages.path(messages.size() - 1).path("content").asText();
    }

    public List<String> roles() {
        return StreamSupport.stream(body.path("messages").spliterator(), false)
                .map(m -> m.path("role").asText())
                .toList();
    }

    /** How many scenes the prompt wants: the first number of scenes that it names, else one. */
    public int scenes() {
        Matcher count = COUNT.matcher(prompt());
        return count.find() ? Integer.parseInt(count.group(1)) : 1;
    }
}
