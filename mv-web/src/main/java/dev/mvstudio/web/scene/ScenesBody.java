package dev.mvstudio.web.scene;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.scene.CreatedScenes;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneFiles;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The scenes, and where they are kept. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "CreatedScenes")
public record ScenesBody(
        @Schema(description = "In the order of the film") List<SceneBody> scenes,

        @Schema(description = "Relative to the outputs folder")
        FilesBody outputFiles,

        ScenesMetadata metadata) {
    static ScenesBody from(CreatedScenes created) {
        return new ScenesBody(
                created.scenes().stream().map(SceneBody::from).toList(),
                FilesBody.from(created.files()),
                ScenesMetadata.from(created));
    }

    /** One scene. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Scene")
    public record SceneBody(
            @Schema(description = "The prompt of a clip") String description,

            @Schema(description = "The negative prompt of a clip; may be empty")
            String negativeDescription) {
        public static SceneBody from(Scene scene) {
            return new SceneBody(scene.description(), scene.negativeDescription());
        }
    }

    /** Where they are. */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SceneFiles")
    public record FilesBody(
            @Schema(example = "scenes/7f3a/scenes.md") String markdown,
            @Schema(example = "scenes/7f3a/scenes.json") String json) {
        static FilesBody from(SceneFiles.Written files) {
            return new FilesBody(files.markdown().path(), files.json().path());
        }
    }
}
