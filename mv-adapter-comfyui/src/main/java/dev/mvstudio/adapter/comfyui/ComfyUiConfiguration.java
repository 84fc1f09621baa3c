package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.adapter.comfyui.workflow.Workflow;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Some ComfyUI servers, and what they are to do. */
public final class ComfyUiConfiguration {
    private static final String TIMEOUT = "timeout_seconds";

    private final BackendSettings settings;
    private final List<ServerAddress> servers;
    private final Map<String, Workflow> workflows;
    private final Duration timeout;
    private final Duration jobTimeout;

    private ComfyUiConfiguration(
            BackendSettings settings,
            List<ServerAddress> servers,
            Map<String, Workflow> workflows,
            Duration timeout,
            Duration jobTimeout) {
        this.settings = settings;
        this.servers = List.copyOf(servers);
        this.workflows = Map.copyOf(workflows);
        this.timeout = timeout;
        this.jobTimeout = jobTimeout;
    }

    /**
     * Reads the settings of a backend.
     *
     * @param settings whose credential is the addresses, as they may have passwords in them
     * @param workflows by name
     * @param jobTimeout how long fetching a clip may take
     * @throws IllegalArgumentException when something is wrong or missing; says what
     */
    public static ComfyUiConfiguration of(
            BackendSettings settings, Map<String, Workflow> workflows, Duration jobTimeout) {
        check(settings, workflows);
        Secret addresses = settings.credential();
        String variables = String.join(" or ", settings.credentialVariables());
        if (addresses == null) {
            throw new IllegalArgumentException(variables + ": the addresses of the servers are needed");
        }
        try {
            List<ServerAddress> servers = ServerAddress.all(addresses.reveal());
            return new ComfyUiConfiguration(settings, servers, workflows, timeout(settings), jobTimeout);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(variables + ": " + e.getMessage(), e);
        }
    }

    /**
     * Finds out whether its models and options make sense, wherever the servers are.
     *
     * @throws IllegalArgumentException when they do not
     */
    public static void check(BackendSettings settings, Map<String, Workflow> workflows) {
        TreeSet<String> unknown = new TreeSet<>(settings.options().keySet());
        unknown.remove(TIMEOUT);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("options." + unknown.first() + ": is unknown; known: " + TIMEOUT);
        }
        timeout(settings);
        settings.models().forEach((kind, models) -> models.forEach(model -> check(kind, model, workflows)));
    }

    private static void check(Kind kind, ModelSpec model, Map<String, Workflow> workflows) {
        String where = kind.word() + " " + model.model() + ": ";
        if (kind == Kind.SCENES) {
            throw new IllegalArgumentException(where + "ComfyUI writes no scenes");
        }
        Workflow workflow = model.call() == null ? null : workflows.get(model.call());
        if (workflow == null) {
            throw new IllegalArgumentException(
                    where + "call names its workflow, one of " + String.join(", ", new TreeSet<>(workflows.keySet()))
                            + "; found " + (model.call() == null ? "nothing" : model.call()));
        }
        List<String> lacks = workflow.lacks(kind, model.capabilities());
        if (!lacks.isEmpty()) {
            throw new IllegalArgumentException(where + "the workflow " + workflow.name()
                    + " cannot do what the model is said to: it lacks " + String.join(", ", lacks));
        }
    }

    private static Duration timeout(BackendSettings settings) {
        String text = settings.options().getOrDefault(TIMEOUT, "30").strip();
        int seconds = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (seconds < 1 || seconds > 600) {
            throw new IllegalArgumentException(
                    "options." + TIMEOUT + ": expected a whole number 1 to 600, found \"" + text + "\"");
        }
        return Duration.ofSeconds(seconds);
    }

    BackendSettings settings() {
        return settings;
    }

    Backend backend() {
        return settings.backend();
    }

    List<ServerAddress> servers() {
        return servers;
    }

    /** How long a server may take to answer. */
    Duration timeout() {
        return timeout;
    }

    Duration jobTimeout() {
        return jobTimeout;
    }

    /** The variable that holds the addresses, for messages. */
    String variable() {
        return settings.credentialVariables().stream().findFirst().orElse("the settings");
    }

    /** The workflow of a model; empty when the model is not configured (any more). */
    Optional<Workflow> workflow(Kind kind, Model model) {
        return settings.models(kind).stream()
                .filter(spec -> spec.model().equals(model))
                .findFirst()
                .map(this::workflow);
    }

    Workflow workflow(ModelSpec spec) {
        Workflow workflow = workflows.get(String.valueOf(spec.call()));
        if (workflow == null) {
            throw new IllegalStateException("checked when this was made: " + spec.call());
        }
        return workflow;
    }
}
