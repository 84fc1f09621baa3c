package dev.mvstudio.config;

import dev.mvstudio.config.source.Form;
import dev.mvstudio.config.source.Scalar;
import dev.mvstudio.config.source.Section;
import dev.mvstudio.config.source.Variables;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Lane;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Pace;
import dev.mvstudio.domain.provider.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code backends.yaml}. Credentials come from variables only. */
final class BackendsYaml {
    private static final String NAME = "[a-z][a-z0-9-]{0,39}";

    /** Of a backend that says nothing. */
    private static final int WIDTH = 4;

    private static final int QUEUED = 1_000;

    private static final Form<String> ADAPTER = Form.of(
            "the name of an adapter, such as openai",
            "openai",
            t -> Optional.of(t).filter(name -> name.matches(NAME)));

    private static final Form<Duration> INTERVAL = Forms.time("100 ms", "10 min");

    private final Variables variables;

    BackendsYaml(Variables variables) {
        this.variables = variables;
    }

    List<BackendSettings> read(Section s) {
        List<BackendSettings> backends = new ArrayList<>();
        for (String name : s.keys()) {
            if (name.matches(NAME)) {
                backends.add(s.section(name, b -> backend(new Backend(name), b)));
            } else {
                s.has(name);
                s.fault(name, "expected a name of lower-case letters, digits and hyphens");
            }
        }
        if (s.keys().isEmpty()) {
            s.fault("", "expected at least one backend");
        }
        return backends;
    }

    private BackendSettings backend(Backend backend, Section s) {
        List<String> credentials = variables(s, "credentials");
        String adapter = s.find("adapter", ADAPTER);
        return new BackendSettings(
                backend,
                models(s),
                credentials,
                credential(credentials),
                s.section("options", o -> options(backend, o)),
                lane(backend, s),
                new Pace(s.find("poll_interval", INTERVAL), s.find("poll_interval_when_told", INTERVAL)),
                credential(variables(s, "webhook_secrets")),
                adapter == null ? backend.name() : adapter);
    }

    private static List<String> variables(Section s, String key) {
        List<String> names = s.list(key, Form.anything());
        if (!names.stream().allMatch(name -> name.matches("[A-Z][A-Z0-9_]{0,99}"))) {
            s.fault(key, "expected names of variables such as REPLICATE_API_TOKEN, never the secret itself");
        }
        return names;
    }

    private static Lane lane(Backend backend, Section s) {
        Integer width = s.find("max_concurrent", Form.integer(1, 100_000));
        Integer queued = s.find("max_queued", Form.integer(0, 1_000_000));
        return new Lane(
                backend.name(),
                width == null ? WIDTH : width,
                s.find("requests_per_minute", Form.integer(1, 1_000_000)),
                queued == null ? QUEUED : queued);
    }

    private @Nullable Secret credential(List<String> names) {
        return names.stream()
                .flatMap(name -> variables.find(name).stream())
                .findFirst()
                .map(v -> new Secret(v.text().strip()))
                .orElse(null);
    }

    private Map<String, String> options(Backend backend, Section s) {
        Map<String, String> options = new TreeMap<>();
        for (String key : s.keys()) {
            String said = s.get(key, Form.anything());
            String variable = ("MV_" + backend.name() + "_" + key)
                    .toUpperCase(Locale.ROOT)
                    .replace('-', '_');
            options.put(key, variables.find(variable).map(Scalar::text).orElse(said));
        }
        return options;
    }

    private static Map<Kind, List<ModelSpec>> models(Section s) {
        Map<Kind, List<ModelSpec>> models = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (s.has(kind.word())) {
                models.put(kind, s.sections(kind.word(), m -> ModelYaml.read(kind, m)));
            }
        }
        if (models.isEmpty()) {
            s.fault("", "expected at least one of scenes, image, video");
        }
        return models;
    }
}
