package dev.mvstudio.web.sequence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.image.Sequences.Shown;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Look;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.web.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is recorded of a sequence. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "SequenceRecord")
record SequenceRecordBody(
        String folderId,
        @Schema(format = "date-time") String createdAt,
        String backendUsed,
        String model,
        @Nullable Long seed,
        @Nullable String sampler,
        @Nullable Integer steps,
        @Nullable Double cfgScale,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String negativePrompt,
        @Schema(example = "png") @Nullable String outputFormat,
        @Schema(format = "uuid") @Nullable String characterReferenceImageId,
        int totalScenes,

        @Schema(description = "How many scenes have no image (any more)")
        int missing,

        List<SceneRecord> scenes,
        @Schema(description = "A JPEG with all images") String contactSheetUrl) {
    static SequenceRecordBody from(ImageSequence sequence, List<Shown> shown, ImageLinks links) {
        FrameSize size = sequence.sampling().size();
        Look look = sequence.look();
        String folder = sequence.folder().value();
        return new SequenceRecordBody(
                folder,
                Times.utc(sequence.createdAt()),
                sequence.backend().name(),
                sequence.model().name(),
                sequence.seed(),
                sequence.sampling().sampler(),
                sequence.sampling().steps(),
                sequence.sampling().cfgScale(),
                size == null ? null : size.width(),
                size == null ? null : size.height(),
                look == null ? null : look.negativePrompt(),
                look == null ? null : look.format().word(),
                look == null || look.character() == null
                        ? null
                        : look.character().toString(),
                sequence.scenes().size(),
                sequence.scenes().size() - shown.size(),
                sequence.scenes().stream()
                        .map(scene -> SceneRecord.from(scene, shown, links))
                        .toList(),
                links.sequence(folder) + "/contact_sheet.jpg");
    }

    /** One scene. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SceneRecord")
    record SceneRecord(
            int sceneNumber,

            @Schema(
                    type = "string",
                    allowableValues = {"character", "b-roll"})
            String type,

            String sceneDescription,
            String atmosphere,
            @Schema(description = "What the model was told") String prompt,
            @Schema(description = "Seconds") @Nullable Double duration,

            @Schema(description = "null where there is no image") @Nullable
            String url,

            @Schema(format = "uuid") @Nullable String imageId) {
        private static SceneRecord from(Scene scene, List<Shown> shown, ImageLinks links) {
            Shown image = shown.stream()
                    .filter(s -> s.scene().number() == scene.number())
                    .findFirst()
                    .orElse(null);
            return new SceneRecord(
                    scene.number(),
                    scene.type().word(),
                    scene.description(),
                    scene.atmosphere(),
                    scene.prompt(),
                    Times.secondsOrNull(scene.duration()),
                    image == null
                            ? null
                            : links.of(
                                    image.image(),
                                    scene.image() == null ? null : scene.image().url()),
                    image == null ? null : image.image().id().toString());
        }
    }
}
