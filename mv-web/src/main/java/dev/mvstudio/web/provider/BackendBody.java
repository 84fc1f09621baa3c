package dev.mvstudio.web.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Kind;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One generator. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Backend")
record BackendBody(
        @Schema(example = "replicate") String backend,

        @Schema(description = "Whether requests can be sent to it now")
        boolean configured,

        @Schema(description = "The environment variables that may hold its credential; none when it needs none")
        List<String> credentialVariables,

        @Schema(description = "What it makes: scenes, image, video")
        List<String> kinds,

        @Schema(description = "The default one of each kind first")
        List<ModelBody> models) {
    static BackendBody from(BackendSettings settings, Backends backends) {
        List<Kind> kinds = BackendsBody.kinds().stream()
                .filter(kind -> settings.models().containsKey(kind))
                .toList();
        return new BackendBody(
                settings.backend().name(),
                !kinds.isEmpty() && kinds.stream().allMatch(kind -> backends.isReady(settings, kind)),
                settings.credentialVariables(),
                kinds.stream().map(Kind::word).toList(),
                kinds.stream().flatMap(kind -> models(settings, kind)).toList());
    }

    private static Stream<ModelBody> models(BackendSettings settings, Kind kind) {
        var models = settings.models(kind);
        return IntStream.range(0, models.size()).mapToObj(i -> ModelBody.from(kind, models.get(i), i == 0));
    }
}
