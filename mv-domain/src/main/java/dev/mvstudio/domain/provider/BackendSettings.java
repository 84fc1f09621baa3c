package dev.mvstudio.domain.provider;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A generator as the configuration describes it.
 *
 * @param backend its name
 * @param models its models by what they make, the default one first
 * @param credentialVariables the environment variables that may hold its credential, the usual one first; empty when it
 *     needs none
 * @param credential what one of those variables holds
 * @param options the provider's own settings, such as a base URL
 * @param lane how many of its jobs run, begin and wait
 * @param pace how often it is asked how far they are
 * @param webhookSecret what its own webhooks are signed with, when the configuration tells
 * @param adapter the name of the adapter that speaks to it. Usually its own name; several backends that speak the same
 *     protocol can share an adapter that is made for that
 */
public record BackendSettings(
        Backend backend,
        Map<Kind, List<ModelSpec>> models,
        List<String> credentialVariables,
        @Nullable Secret credential,
        Map<String, String> options,
        Lane lane,
        Pace pace,
        @Nullable Secret webhookSecret,
        String adapter) {
    public BackendSettings {
        models = Map.copyOf(models);
        credentialVariables = List.copyOf(credentialVariables);
        options = Map.copyOf(options);
    }

    /** One whose adapter has its name. */
    public BackendSettings(
            Backend backend,
            Map<Kind, List<ModelSpec>> models,
            List<String> credentialVariables,
            @Nullable Secret credential,
            Map<String, String> options,
            Lane lane,
            Pace pace,
            @Nullable Secret webhookSecret) {
        this(backend, models, credentialVariables, credential, options, lane, pace, webhookSecret, backend.name());
    }

    /** Asked as often as the installation does. */
    public BackendSettings(
            Backend backend,
            Map<Kind, List<ModelSpec>> models,
            List<String> credentialVariables,
            @Nullable Secret credential,
            Map<String, String> options,
            Lane lane) {
        this(backend, models, credentialVariables, credential, options, lane, Pace.USUAL, null);
    }

    /** Whether it has the credential that it needs, or needs none. */
    public boolean hasCredentials() {
        return credentialVariables.isEmpty() || credential != null;
    }

    public List<ModelSpec> models(Kind kind) {
        return models.getOrDefault(kind, List.of());
    }
}
