package dev.mvstudio.web.sequence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.image.GeneratedImage;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.job.Presentation;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;

/** Shows the images of sequences, one by one. */
@Singleton
final class ImagePresentation implements Presentation<GeneratedImage> {
    private final ImageLinks links;

    ImagePresentation(ServedStudio served) {
        this.links = ImageLinks.of(served.configuration().settings().server());
    }

    /** The image of a scene. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SceneImage")
    record ImageBody(String folderId, int sceneNumber, String url, String imageId, String path) {}

    @Override
    public JobKind kind() {
        return JobKind.GENERATE_IMAGE;
    }

    @Override
    public Class<GeneratedImage> answer() {
        return GeneratedImage.class;
    }

    @Override
    public Object body(GeneratedImage answer, boolean pictures) {
        return new ImageBody(
                answer.request().folder().value(),
                answer.request().scene(),
                links.of(answer.asset(), answer.image().url()),
                answer.asset().id().toString(),
                answer.asset().path());
    }

    @Override
    public String link(GeneratedImage answer) {
        return "/api/mv/get_image/" + answer.asset().id();
    }
}
