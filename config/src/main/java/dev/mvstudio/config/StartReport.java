package dev.mvstudio.config;

import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says who generates what when a request names nobody, and why it is not somebody else. */
final class StartReport {
    private final Backends backends;

    StartReport(Backends backends) {
        this.backends = backends;
    }

    /** One line for each kind, such as {@code scenes: preview (no credentials for gemini)}. */
    List<String> lines() {
        return Arrays.stream(Kind.values()).map(this::line).toList();
    }

    private String line(Kind kind) {
        Optional<Backend> chosen = backends.defaultFor(kind);
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (BackendSettings s : backends.settings()) {
            if (chosen.isPresent() && s.backend().equals(chosen.get())) {
                break;
            }
            if (s.models().containsKey(kind)) {
                reasons.computeIfAbsent(obstacle(s, kind), why -> new ArrayList<>())
                        .add(s.backend().name());
            }
        }
        String name = chosen.map(Backend::name).orElse("nobody");
        String why = String.join(
                ", ",
                reasons.entrySet().stream()
                        .map(e -> e.getKey() + " for " + String.join(" and ", e.getValue()))
                        .toList());
        return kind.word() + ": " + name + (why.isEmpty() ? "" : " (" + why + ")");
    }

    private static String obstacle(BackendSettings s, Kind kind) {
        if (!s.hasCredentials()) {
            return "no credentials";
        }
        return s.models(kind).isEmpty() ? "no models" : "no adapter";
    }

    /** A credential that nobody uses is probably a mistake. */
    List<String> warnings() {
        return backends.settings().stream()
                .filter(s -> s.credential() != null)
                .filter(s -> s.models().keySet().stream().noneMatch(kind -> backends.isReady(s, kind)))
                .map(s -> "there is a credential for " + s.backend()
                        + ", but this installation has no adapter or no model for it")
                .toList();
    }
}
