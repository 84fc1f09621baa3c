package dev.mvstudio.adapter.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeminiConfigurationTest {
    private static GeminiConfiguration of(Map<String, String> options, String key) {
        return GeminiConfiguration.of(
                Account.settings(Map.of(), options, key), Path.of("data"), Duration.ofMinutes(10));
    }

    @Test
    void nothing_need_be_said() {
        GeminiConfiguration usual = of(Map.of(), "AIzaX");

        assertThat(usual.api()).hasToString("https://generativelanguage.googleapis.com/v1beta");
        assertThat(usual.repairs()).isEqualTo(2);
        assertThat(usual.timeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(usual.spool()).isAbsolute().endsWithRaw(Path.of("data/spool/gemini"));
    }

    @Test
    void address_and_version_are_settings() {
        assertThat(of(Map.of("base_url", "http://localhost:1234/gemini//", "api_version", "v1"), "AIzaX")
                        .api())
                .hasToString("http://localhost:1234/gemini/v1");
    }

    @ParameterizedTest
    @CsvSource({
        "base_url, localhost:1234, base_url",
        "base_url, https://user@host, base_url",
        "base_url, https://host/?key=x, base_url",
        "base_url, https://generativelanguage.googleapis.com/v1beta, api_version",
        "api_version, beta, api_version",
        "api_version, v1/../x, api_version",
        "repairs, 11, repairs",
        "repairs, some, repairs",
        "timeout_seconds, 0, timeout_seconds",
        "colour, red, colour"
    })
    void what_is_wrong_is_named(String option, String value, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Map.of(option, value), "AIzaX"))
                .withMessageStartingWith("options." + option + ": ")
                .withMessageContaining(named);
    }

    @Test
    void a_key_is_needed_and_never_shown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Map.of(), null))
                .withMessageContaining("GEMINI_API_KEY");
        assertThat(of(Map.of(), "AIzaX").toString()).doesNotContain("AIzaX");
    }
}
