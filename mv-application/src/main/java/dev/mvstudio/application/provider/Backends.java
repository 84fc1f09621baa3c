package dev.mvstudio.application.provider;

import dev.mvstudio.application.provider.ConfigurationException.Code;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.NoticeReceiver;
import dev.mvstudio.domain.provider.Pace;
import dev.mvstudio.domain.scene.SceneWriter;
import dev.mvstudio.domain.video.VideoModel;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The configured generators, in the configuration's order, and the adapters that speak to them. */
public final class Backends {
    private final List<BackendSettings> settings;
    private final Map<Backend, SceneWriter> sceneWriters;
    private final Map<Backend, ImageModel> imageModels;
    private final Map<Backend, VideoModel> videoModels;
    private final Map<Backend, NoticeReceiver> receivers;

    /** Those of which none sends notices. */
    public Backends(
            List<BackendSettings> settings,
            Collection<SceneWriter> sceneWriters,
            Collection<ImageModel> imageModels,
            Collection<VideoModel> videoModels) {
        this(settings, sceneWriters, imageModels, videoModels, List.of());
    }

    /**
     * Puts them together.
     *
     * @param settings every backend of the configuration, the preferred one first
     * @param receivers of the notices of those that send some
     */
    public Backends(
            List<BackendSettings> settings,
            Collection<SceneWriter> sceneWriters,
            Collection<ImageModel> imageModels,
            Collection<VideoModel> videoModels,
            Collection<NoticeReceiver> receivers) {
        this.settings = List.copyOf(settings);
        this.sceneWriters = byBackend(sceneWriters, SceneWriter::backend);
        this.imageModels = byBackend(imageModels, ImageModel::backend);
        this.videoModels = byBackend(videoModels, VideoModel::backend);
        this.receivers = byBackend(receivers, NoticeReceiver::backend);
    }

    private static <T> Map<Backend, T> byBackend(Collection<T> adapters, Function<T, Backend> name) {
        return adapters.stream().collect(Collectors.toUnmodifiableMap(name, Function.identity()));
    }

    public List<BackendSettings> settings() {
        return settings;
    }

    /** Whether requests of this kind can be sent to it now. */
    public boolean isReady(BackendSettings backend, Kind kind) {
        return backend.hasCredentials()
                && !backend.models(kind).isEmpty()
                && adapters(kind).contains(backend.backend());
    }

    /** The backend that is used when the caller names none. */
    public Optional<Backend> defaultFor(Kind kind) {
        return firstReady(kind).map(BackendSettings::backend);
    }

    private Optional<BackendSettings> firstReady(Kind kind) {
        return settings.stream().filter(s -> isReady(s, kind)).findFirst();
    }

    /**
     * Who carries out a request.
     *
     * @param backend the caller's wish, or null
     * @param model the caller's wish, or null
     * @param violations told when the caller's wish is unknown; the answer is then empty
     * @throws ConfigurationException when the wished backend, or every backend, is not set up
     */
    public Optional<Choice> choose(Kind kind, @Nullable String backend, @Nullable String model, Violations violations) {
        return backendFor(kind, backend, violations).flatMap(s -> modelOf(s, kind, model, violations));
    }

    private Optional<BackendSettings> backendFor(Kind kind, @Nullable String name, Violations violations) {
        if (name == null) {
            return Optional.of(firstReady(kind)
                    .orElseThrow(() -> new ConfigurationException(
                            Code.INVALID_CONFIGURATION,
                            kind.word(),
                            "no backend for " + kind.word() + " is configured in backends.yaml")));
        }
        Optional<BackendSettings> known = settings.stream()
                .filter(s -> s.backend().name().equals(name) && s.models().containsKey(kind))
                .findFirst();
        known.ifPresentOrElse(
                s -> requireReady(s, kind),
                () -> violations.add("backend", "must be one of " + String.join(", ", names(kind)), name));
        return known;
    }

    private void requireReady(BackendSettings s, Kind kind) {
        String name = s.backend().name();
        if (!s.hasCredentials()) {
            throw new ConfigurationException(
                    Code.MISSING_CREDENTIALS,
                    name,
                    "the backend " + name + " is not set up: set " + String.join(" or ", s.credentialVariables())
                            + " and start again");
        }
        if (s.models(kind).isEmpty()) {
            throw new ConfigurationException(
                    Code.INVALID_CONFIGURATION, name, "backends.yaml gives " + name + " no model for " + kind.word());
        }
        if (!adapters(kind).contains(s.backend())) {
            throw noAdapter(s.backend());
        }
    }

    private static Optional<Choice> modelOf(
            BackendSettings s, Kind kind, @Nullable String model, Violations violations) {
        Optional<ModelSpec> spec = s.models(kind).stream()
                .filter(m -> model == null || m.model().name().equals(model))
                .findFirst();
        if (spec.isEmpty()) {
            String known = s.models(kind).stream().map(m -> m.model().name()).collect(Collectors.joining(", "));
            violations.add("model", "must be one of " + known, model);
        }
        return spec.map(m -> new Choice(s.backend(), m));
    }

    private List<String> names(Kind kind) {
        return settings.stream()
                .filter(s -> s.models().containsKey(kind))
                .map(s -> s.backend().name())
                .toList();
    }

    private Set<Backend> adapters(Kind kind) {
        return switch (kind) {
            case SCENES -> sceneWriters.keySet();
            case IMAGE -> imageModels.keySet();
            case VIDEO -> videoModels.keySet();
        };
    }

    public SceneWriter sceneWriter(Backend backend) {
        return required(sceneWriters, backend);
    }

    public ImageModel imageModel(Backend backend) {
        return required(imageModels, backend);
    }

    public VideoModel videoModel(Backend backend) {
        return required(videoModels, backend);
    }

    /** Who understands what the backend of this name sends by itself; empty when it sends nothing, or is not known. */
    Optional<NoticeReceiver> receiver(String backend) {
        return receivers.values().stream()
                .filter(r -> r.backend().name().equals(backend))
                .findFirst();
    }

    /**
     * How long to wait between two questions how far a generation is, at first.
     *
     * @param usual where the configuration says nothing of this backend
     */
    public Duration interval(Backend backend, Duration usual) {
        Pace pace = settings.stream()
                .filter(s -> s.backend().equals(backend))
                .map(BackendSettings::pace)
                .findFirst()
                .orElse(Pace.USUAL);
        boolean told = receiver(backend.name()).filter(NoticeReceiver::listens).isPresent();
        Duration unasked = told ? pace.whenTold() : null;
        return Objects.requireNonNullElse(unasked, Objects.requireNonNullElse(pace.interval(), usual));
    }

    private static <T> T required(Map<Backend, T> adapters, Backend backend) {
        T adapter = adapters.get(backend);
        if (adapter == null) {
            throw noAdapter(backend);
        }
        return adapter;
    }

    private static ConfigurationException noAdapter(Backend backend) {
        return new ConfigurationException(
                Code.INVALID_CONFIGURATION,
                backend.name(),
                "this installation has no adapter for the backend " + backend);
    }
}
