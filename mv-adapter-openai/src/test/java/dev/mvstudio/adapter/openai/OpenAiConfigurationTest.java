package dev.mvstudio.adapter.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiConfigurationTest {
    private static OpenAiConfiguration of(Map<String, String> options) {
        return OpenAiConfiguration.of(Settings.backend(options, "sk-0123456789"));
    }

    @Test
    void an_address_is_enough() {
        OpenAiConfiguration configuration = of(Map.of("base_url", " http://localhost:11434/v1/ "));

        assertThat(configuration.baseUrl()).isEqualTo(URI.create("http://localhost:11434/v1"));
        assertThat(configuration.target()).isEqualTo(URI.create("http://localhost:11434/v1/chat/completions"));
        assertThat(configuration.format()).isEqualTo(AnswerFormat.JSON_SCHEMA);
        assertThat(configuration.repairs()).isEqualTo(2);
        assertThat(configuration.timeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(configuration.temperature()).isNull();
        assertThat(configuration.toString()).doesNotContain("sk-0123456789");
    }

    @Test
    void everything_can_be_set() {
        OpenAiConfiguration configuration = of(Map.of(
                "base_url",
                "https://api.example.org",
                "response_format",
                "none",
                "repairs",
                "0",
                "timeout_seconds",
                "3600",
                "temperature",
                "2"));

        assertThat(configuration.format()).isEqualTo(AnswerFormat.NONE);
        assertThat(configuration.repairs()).isZero();
        assertThat(configuration.timeout()).isEqualTo(Duration.ofHours(1));
        assertThat(configuration.temperature()).isEqualTo(2.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base_url | '' | base_url: expected an http or https address",
                "base_url | ftp://x/v1 | found \"ftp://x/v1\"",
                "base_url | https://user:pass@x/v1 | without credentials",
                "base_url | https://x/v1?key=1 | query",
                "response_format | xml | response_format: expected one of json_schema, json_object, none, found \"xml\"",
                "repairs | -1 | repairs: expected a whole number 0 to 10, found \"-1\"",
                "repairs | 11 | repairs: expected a whole number 0 to 10",
                "timeout_seconds | 5 min | timeout_seconds: expected a whole number 1 to 3600, found \"5 min\"",
                "timeout_seconds | 0 | timeout_seconds: expected a whole number 1 to 3600",
                "temperature | 2.1 | temperature: expected a number 0 to 2, found \"2.1\"",
                "temperature | hot | temperature: expected a number 0 to 2",
                "base | x | base: is unknown; known: base_url, repairs, response_format, temperature, timeout_seconds"
            })
    void what_is_wrong_is_named(String name, String value, String message) {
        Map<String, String> options = new HashMap<>(Map.of("base_url", "http://localhost/v1"));
        options.put(name, value);

        assertThatThrownBy(() -> of(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
