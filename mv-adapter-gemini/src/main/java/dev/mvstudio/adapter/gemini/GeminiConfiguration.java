package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An account at the Gemini API.
 *
 * @param settings as configured
 * @param key sent to the API's own origin only
 * @param api where the API is, version included, without a slash at its end
 * @param repairs how often a model is asked again when the scenes that it wrote cannot be used, 0–10; each time costs
 * @param timeout how long texts and pictures may take
 * @param spool where pictures are kept that came as part of an answer, until they are fetched
 * @param jobTimeout how long the download of a clip may take
 */
public record GeminiConfiguration(
        BackendSettings settings, Secret key, URI api, int repairs, Duration timeout, Path spool, Duration jobTimeout) {
    private static final String BASE_URL = "base_url";
    private static final String API_VERSION = "api_version";
    private static final String REPAIRS = "repairs";
    private static final String TIMEOUT = "timeout_seconds";
    private static final Set<String> OPTIONS = Set.of(BASE_URL, API_VERSION, REPAIRS, TIMEOUT);

    private static final String USUAL_API = "https://generativelanguage.googleapis.com";

    /**
     * Reads the settings of a backend.
     *
     * @param dataDir where everything is kept; the spool is a folder in it
     * @throws IllegalArgumentException when an option or a model's call is unknown or wrong, or there is no credential;
     *     says which
     */
    public static GeminiConfiguration of(BackendSettings settings, Path dataDir, Duration jobTimeout) {
        Map<String, String> options = settings.options();
        check(options);
        settings.models().forEach((kind, models) -> models.forEach(model -> check(kind, model)));
        Secret key = settings.credential();
        if (key == null) {
            throw new IllegalArgumentException(
                    "credentials: one is needed, in one of " + String.join(", ", settings.credentialVariables()));
        }
        return new GeminiConfiguration(
                settings,
                key,
                api(options.getOrDefault(BASE_URL, USUAL_API), options.getOrDefault(API_VERSION, "v1beta")),
                number(REPAIRS, options.getOrDefault(REPAIRS, "2"), 0, 10),
                Duration.ofSeconds(number(TIMEOUT, options.getOrDefault(TIMEOUT, "300"), 1, 3600)),
                dataDir.resolve("spool")
                        .resolve(settings.backend().name())
                        .toAbsolutePath()
                        .normalize(),
                jobTimeout);
    }

    private static void check(Map<String, String> options) {
        Set<String> unknown = new TreeSet<>(options.keySet());
        unknown.removeAll(OPTIONS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("options." + unknown.iterator().next() + ": is unknown; known: "
                    + String.join(", ", new TreeSet<>(OPTIONS)));
        }
    }

    private static void check(Kind kind, ModelSpec model) {
        if (!Calls.known(kind).contains(Calls.of(kind, model))) {
            throw new IllegalArgumentException(kind.word() + " " + model.model() + ": call is one of "
                    + String.join(", ", Calls.known(kind)) + ", not " + model.call());
        }
    }

    private static URI api(String base, String version) {
        String bare = base.strip().replaceAll("/+$", "");
        if (!bare.matches("https?://[^/?#@\\s]+(/[^?#\\s]*)?") || bare.matches(".*/v1(alpha|beta)?")) {
            throw new IllegalArgumentException("options." + BASE_URL + ": expected an http or https address such as "
                    + USUAL_API
                    + ", without version (that is " + API_VERSION + "), credentials, query and fragment, found \""
                    + base + "\"");
        }
        if (!version.strip().matches("v[0-9]+[a-z0-9]*")) {
            throw new IllegalArgumentException(
                    "options." + API_VERSION + ": expected a version such as v1beta, found \"" + version + "\"");
        }
        return URI.create(bare + "/" + version.strip());
    }

    private static int number(String name, String text, int least, int most) {
        String digits = text.strip();
        int number = digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException("options." + name + ": expected a whole number " + least + " to " + most
                    + ", found \"" + text + "\"");
        }
        return number;
    }

    Backend backend() {
        return settings.backend();
    }

    /** The variable that holds the key, for messages. */
    String keyName() {
        return settings.credentialVariables().stream().findFirst().orElse("the settings");
    }

    Optional<ModelSpec> spec(Kind kind, Model model) {
        return settings.models(kind).stream()
                .filter(spec -> spec.model().equals(model))
                .findFirst();
    }
}
