package dev.mvstudio.web.sequence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.image.SequenceOrder;
import dev.mvstudio.application.image.SequencePlan;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.web.provider.CostBody;
import dev.mvstudio.web.provider.DryRunBody;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would be done for a sequence. Nothing was sent, recorded or charged. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "SequencePlan", description = "What would be done for a sequence. Nothing was sent, recorded or charged")
record SequencePlanBody(
        boolean dryRun,

        @Schema(example = "generate_images") String kind,

        String backendUsed,
        String modelUsed,
        String flavor,

        @Schema(description = "A new one is drawn for the real order where none is given")
        String folderId,

        ParametersBody parametersUsed,
        List<SceneCallBody> scenes,
        CostBody cost,
        List<String> warnings) {
    static SequencePlanBody from(SequencePlan rehearsal) {
        Plan<SequenceOrder> plan = rehearsal.plan();
        return new SequencePlanBody(
                true,
                plan.kind().word(),
                plan.backend().name(),
                plan.model().name(),
                plan.flavor(),
                plan.request().sequence().folder().value(),
                ParametersBody.from(plan.request()),
                rehearsal.scenes().stream().map(SceneCallBody::from).toList(),
                CostBody.from(plan.estimate()),
                plan.warnings());
    }

    /** What would be applied, every gap filled. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SequenceParameters", description = "Every gap filled; null is not sent")
    record ParametersBody(
            @Schema(description = "A new one is drawn for the real order where none is given") @Nullable
            Long seed,

            @Nullable String sampler,
            @Nullable Integer steps,
            @Nullable Double cfgScale,
            @Nullable String negativePrompt,
            String outputFormat,
            @Nullable String characterReferenceImageId,
            @Nullable String aspectRatio,
            @Nullable Integer width,
            @Nullable Integer height) {
        private static ParametersBody from(SequenceOrder order) {
            ImageSequence sequence = order.sequence();
            AssetId character = order.look().character();
            FrameSize size = sequence.sampling().size();
            return new ParametersBody(
                    sequence.seed(),
                    sequence.sampling().sampler(),
                    sequence.sampling().steps(),
                    sequence.sampling().cfgScale(),
                    order.look().negativePrompt(),
                    order.look().format().word(),
                    character == null ? null : character.toString(),
                    size == null ? null : order.drawing().ratio(size).toString(),
                    size == null ? null : size.width(),
                    size == null ? null : size.height());
        }
    }

    /** One image. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SceneCall")
    record SceneCallBody(
            int sceneNumber,

            @Schema(description = "The full text that the model would read")
            String prompt,

            @Schema(description = "Whether it was made earlier, and nothing would be sent")
            boolean alreadyMade,

            DryRunBody.Call providerRequest) {
        private static SceneCallBody from(SequencePlan.SceneCall call) {
            return new SceneCallBody(call.scene(), call.prompt(), call.there(), DryRunBody.Call.from(call.call()));
        }
    }
}
