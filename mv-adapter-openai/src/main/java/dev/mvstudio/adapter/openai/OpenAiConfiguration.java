package dev.mvstudio.adapter.openai;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A server with language models.
 *
 * @param backend its name here
 * @param baseUrl what {@code /chat/completions} is appended to, without a slash at its end
 * @param key sent to that address only; null for servers that need none
 * @param keyName the variable that holds the key, for messages
 * @param format how it is told to answer with JSON
 * @param repairs how often it is asked again when an answer cannot be used, 0–10; each time costs
 * @param timeout how long one answer may take
 * @param temperature how freely it writes, 0–2; null for the server's own
 */
public record OpenAiConfiguration(
        Backend backend,
        URI baseUrl,
        @Nullable Secret key,
        String keyName,
        AnswerFormat format,
        int repairs,
        Duration timeout,
        @Nullable Double temperature) {
    private static final String BASE_URL = "base_url";
    private static final String FORMAT = "response_format";
    private static final String REPAIRS = "repairs";
    private static final String TIMEOUT = "timeout_seconds";
    private static final String TEMPERATURE = "temperature";
    private static final Set<String> OPTIONS = Set.of(BASE_URL, FORMAT, REPAIRS, TIMEOUT, TEMPERATURE);

    /**
     * Reads the settings of a backend.
     *
     * @throws IllegalArgumentException when an option is unknown, wrong or missing; says which
     */
    public static OpenAiConfiguration of(BackendSettings settings) {
        Map<String, String> options = settings.options();
        Set<String> unknown = new TreeSet<>(options.keySet());
        unknown.removeAll(OPTIONS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    unknown.iterator().next() + ": is unknown; known: " + String.join(", ", new TreeSet<>(OPTIONS)));
        }
        String temperature = options.get(TEMPERATURE);
        return new OpenAiConfiguration(
                settings.backend(),
                address(options.getOrDefault(BASE_URL, "")),
                settings.credential(),
                settings.credentialVariables().stream().findFirst().orElse("none"),
                format(options.getOrDefault(FORMAT, AnswerFormat.JSON_SCHEMA.word())),
                number(REPAIRS, options.getOrDefault(REPAIRS, "2"), 0, 10),
                Duration.ofSeconds(number(TIMEOUT, options.getOrDefault(TIMEOUT, "300"), 1, 3600)),
                temperature == null ? null : temperature(temperature));
    }

    private static URI address(String text) {
        String bare = text.strip().replaceAll("/+$", "");
        if (!bare.matches("https?://[^/?#@\\s]+(/[^?#\\s]*)?")) {
            throw new IllegalArgumentException(
                    BASE_URL + ": expected an http or https address such as http://localhost:11434/v1, without"
                            + " credentials, query and fragment, found \"" + text + "\"");
        }
        return URI.create(bare);
    }

    private static AnswerFormat format(String word) {
        return AnswerFormat.of(word.strip())
                .orElseThrow(() -> new IllegalArgumentException(FORMAT + ": expected one of "
                        + String.join(", ", AnswerFormat.words()) + ", found \"" + word + "\""));
    }

    private static int number(String name, String text, int least, int most) {
        String digits = text.strip();
        int number = digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    name + ": expected a whole number " + least + " to " + most + ", found \"" + text + "\"");
        }
        return number;
    }

    private static double temperature(String text) {
        String digits = text.strip();
        double value = digits.matches("[0-9](\\.[0-9]{1,6})?") ? Double.parseDouble(digits) : -1;
        if (value < 0 || value > 2) {
            throw new IllegalArgumentException(TEMPERATURE + ": expected a number 0 to 2, found \"" + text + "\"");
        }
        return value;
    }

    /** Where questions go. */
    URI target() {
        return URI.create(baseUrl + "/chat/completions");
    }
}
