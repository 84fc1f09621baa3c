package dev.mvstudio.web.film;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.film.FilmPlan;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.web.character.CharacterMetadata;
import dev.mvstudio.web.provider.CostBody;
import dev.mvstudio.web.provider.DryRunBody;
import dev.mvstudio.web.scene.ScenesMetadata;
import dev.mvstudio.web.video.ClipMetadata;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would be done for a film. Nothing was sent or charged. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "FilmPlan", description = "What would be done for a film. Nothing was sent or charged")
record FilmPlanBody(
        boolean dryRun,

        @Schema(example = "create_music_video") String kind,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "How the scenes would be written; not there when they are given")
        @Nullable
        DryRunBody scenes,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "How the character would be drawn; not there when it is not")
        @Nullable
        DryRunBody character,

        @Schema(description = "How the first clip would be filmed; the others differ in their prompts")
        DryRunBody clip,

        @Schema(description = "How many there would be") int clips,

        @Schema(description = "How they would be joined") FilmMetadata.ParametersBody film,

        int maxParallel,

        @Schema(description = "One sum for each currency") List<CostBody> cost,

        List<String> warnings) {
    static FilmPlanBody from(FilmPlan plan) {
        return new FilmPlanBody(
                true,
                JobKind.CREATE_MUSIC_VIDEO.word(),
                plan.scenes() == null ? null : DryRunBody.from(plan.scenes(), ScenesMetadata.ParametersBody::from),
                plan.character() == null
                        ? null
                        : DryRunBody.from(plan.character(), CharacterMetadata.ParametersBody::from),
                DryRunBody.from(plan.clip(), ClipMetadata.ParametersBody::from),
                plan.clips(),
                FilmMetadata.ParametersBody.from(plan.film()),
                plan.maxParallel(),
                plan.estimate().stream().map(CostBody::from).toList(),
                plan.warnings());
    }
}
