package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Lane;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Secret;
import dev.mvstudio.testkit.gemini.FakeGemini;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account at a fake Gemini, with some models. */
final class Account {
    static final Backend GEMINI = new Backend("gemini");
    static final Model WRITER = new Model("gemini-3.7-flash");

    private Account() {}

    static BackendSettings settings(
            Map<Kind, List<ModelSpec>> models, Map<String, String> options, @Nullable String key) {
        return new BackendSettings(
                GEMINI,
                models,
                List.of("GEMINI_API_KEY", "GOOGLE_API_KEY"),
                key == null ? null : new Secret(key),
                options,
                Lane.open("gemini"));
    }

    /** What reads and writes below a folder. */
    static GeminiConfiguration configuration(FakeGemini fake, String key, Path folder, String... namesAndValues) {
        Map<String, String> options =
                new HashMap<>(Map.of("base_url", fake.address().toString()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            options.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        Map<Kind, List<ModelSpec>> models = Map.of(Kind.IMAGE, Models.IMAGES, Kind.VIDEO, Models.CLIPS);
        return GeminiConfiguration.of(settings(models, options, key), folder, Duration.ofMinutes(1));
    }

    static GeminiClient client(FakeGemini fake, Path folder, String... options) {
        return new GeminiClient(configuration(fake, fake.key(), folder, options), Clock.systemUTC());
    }
}
