package dev.mvstudio.web.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Kind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every generator of the configuration. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Backends")
record BackendsBody(
        @Schema(description = "In the order of preference") List<BackendBody> backends,

        @Schema(
                description =
                        "By kind, the backend that is used when the caller names none; a kind without one is not here",
                example = "{\"scenes\":\"gemini\",\"image\":\"gemini\",\"video\":\"replicate\"}")
        Map<String, String> defaults) {
    static BackendsBody from(Backends backends) {
        Map<String, String> defaults = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            backends.defaultFor(kind).map(Backend::name).ifPresent(name -> defaults.put(kind.word(), name));
        }
        return new BackendsBody(
                backends.settings().stream()
                        .map(s -> BackendBody.from(s, backends))
                        .toList(),
                defaults);
    }

    static List<Kind> kinds() {
        return Arrays.asList(Kind.values());
    }
}
