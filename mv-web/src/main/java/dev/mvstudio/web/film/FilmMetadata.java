package dev.mvstudio.web.film;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mvstudio.application.film.FilmRequest;
import dev.mvstudio.application.film.MergedVideo;
import dev.mvstudio.web.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a film was joined, and what it is. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record FilmMetadata(
        @JsonUnwrapped FilmFacts facts,
        ParametersBody parametersUsed,

        @Schema(description = "Whether the picture was joined without encoding it again")
        boolean streamCopied) {
    static FilmMetadata from(MergedVideo merged) {
        return new FilmMetadata(
                FilmFacts.from(merged.video(), merged.outcome()),
                ParametersBody.from(merged.request()),
                merged.copied());
    }

    /** What was applied, every gap filled. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "MergeParameters")
    record ParametersBody(
            List<String> videoIds,
            @Nullable String soundtrackId,
            @Schema(example = "keep") String clipAudio,
            @Schema(example = "cut") String transition,
            double transitionSeconds,
            double fadeOutSeconds,
            @Schema(example = "pad") String fit,
            @Schema(example = "video") String length) {
        static ParametersBody from(FilmRequest r) {
            return new ParametersBody(
                    r.videos().stream().map(v -> v.id().toString()).toList(),
                    r.soundtrack() == null ? null : r.soundtrack().id().toString(),
                    word(r.clipAudio()),
                    word(r.transition()),
                    Times.seconds(r.transitionLength()),
                    Times.seconds(r.fadeOut()),
                    word(r.fit()),
                    word(r.length()));
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }
}
