package dev.mvstudio.adapter.openai;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Lane;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Secret;
import dev.mvstudio.testkit.openai.FakeOpenAi;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Configurations to try the writer with. */
final class Settings {
    static final Model MODEL = new Model("gpt-test");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    private Settings() {}

    static OpenAiSceneWriter writer(FakeOpenAi fake, String... namesAndValues) {
        Map<String, String> options =
                new HashMap<>(Map.of("base_url", fake.api().toString()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            options.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return writer(options, fake.key());
    }

    static OpenAiSceneWriter writer(Map<String, String> options, @Nullable String key) {
        return new OpenAiSceneWriter(OpenAiConfiguration.of(backend(options, key)), CLOCK);
    }

    static BackendSettings backend(Map<String, String> options, @Nullable String key) {
        return new BackendSettings(
                new Backend("openai"),
                Map.of(),
                key == null ? List.of() : List.of("OPENAI_API_KEY"),
                key == null ? null : new Secret(key),
                options,
                Lane.open("openai"));
    }
}
