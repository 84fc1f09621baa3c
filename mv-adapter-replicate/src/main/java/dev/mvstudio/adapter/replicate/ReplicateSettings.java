package dev.mvstudio.adapter.replicate;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ReplicateConfiguration} that was read and found good.
 *
 * @param backend as configured
 * @param token the account's
 * @param api where the API is, without a slash at its end
 * @param outputHosts where outputs may lie
 * @param callsPerMinute how many calls this server makes of the API within any 60 seconds, at most
 * @param publicUrl how Replicate reaches this server, without a slash at its end; null when it does not
 * @param jobTimeout after how long this server gives a job up
 * @param webhookSecret null to ask the account for it
 */
public record ReplicateSettings(
        BackendSettings backend,
        Secret token,
        URI api,
        OutputHosts outputHosts,
        int callsPerMinute,
        @Nullable URI publicUrl,
        Duration jobTimeout,
        @Nullable Secret webhookSecret) {
    private static final String BASE_URL = "base_url";
    private static final String OUTPUT_HOSTS = "output_hosts";
    private static final String CALLS = "calls_per_minute";
    private static final Set<String> OPTIONS = Set.of(BASE_URL, OUTPUT_HOSTS, CALLS);

    private static final String USUAL_API = "https://api.replicate.com/v1";
    private static final String USUAL_HOSTS = "replicate.delivery, *.replicate.delivery";

    /** Of the 3,000 that Replicate allows, so that there is room for what else uses the account. */
    private static final String USUAL_CALLS = "2400";

    /**
     * Reads a configuration.
     *
     * @throws IllegalArgumentException when an option is unknown or wrong, or there is no credential; says which
     */
    public static ReplicateSettings of(ReplicateConfiguration configuration) {
        BackendSettings backend = configuration.backend();
        Map<String, String> options = backend.options();
        Set<String> unknown = new TreeSet<>(options.keySet());
        unknown.removeAll(OPTIONS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    backend.backend() + " has no options " + unknown + ", only " + new TreeSet<>(OPTIONS));
        }
        Secret token = backend.credential();
        if (token == null) {
            throw new IllegalArgumentException(
                    backend.backend() + " needs a credential, in one of " + backend.credentialVariables());
        }
        return new ReplicateSettings(
                backend,
                token,
                address(BASE_URL, options.getOrDefault(BASE_URL, USUAL_API)),
                OutputHosts.parse(options.getOrDefault(OUTPUT_HOSTS, USUAL_HOSTS)),
                calls(options.getOrDefault(CALLS, USUAL_CALLS)),
                configuration.publicUrl() == null
                        ? null
                        : address("the public URL", configuration.publicUrl().toString()),
                configuration.jobTimeout(),
                configuration.webhookSecret());
    }

    private static URI address(String name, String text) {
        String bare = text.strip().replaceAll("/+$", "");
        if (!bare.matches("https?://[^/?#@\\s]+(/[^?#\\s]*)?")) {
            throw new IllegalArgumentException(
                    name + " is an http or https address without credentials, query and fragment: " + text);
        }
        return URI.create(bare);
    }

    private static int calls(String text) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < Budget.LEAST_PER_MINUTE) {
            throw new IllegalArgumentException(
                    CALLS + " is a whole number from " + Budget.LEAST_PER_MINUTE + " up: " + text);
        }
        return Integer.parseInt(text);
    }

    Backend name() {
        return backend.backend();
    }

    Optional<ModelSpec> spec(Kind kind, Model model) {
        return backend.models(kind).stream()
                .filter(spec -> spec.model().equals(model))
                .findFirst();
    }

    /** Whether Replicate can be told to send notices here: it takes https only; whoever plays Replicate takes http. */
    boolean isReachable() {
        return publicUrl != null && ("https".equals(publicUrl.getScheme()) || "http".equals(api.getScheme()));
    }
}
