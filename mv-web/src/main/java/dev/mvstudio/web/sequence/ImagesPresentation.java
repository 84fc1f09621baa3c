package dev.mvstudio.web.sequence;

import dev.mvstudio.application.image.GeneratedImages;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.job.Presentation;
import jakarta.inject.Singleton;

/** Shows sequences. */
@Singleton
final class ImagesPresentation implements Presentation<GeneratedImages> {
    private final ImageLinks links;

    ImagesPresentation(ServedStudio served) {
        this.links = ImageLinks.of(served.configuration().settings().server());
    }

    @Override
    public JobKind kind() {
        return JobKind.GENERATE_IMAGES;
    }

    @Override
    public Class<GeneratedImages> answer() {
        return GeneratedImages.class;
    }

    @Override
    public Object body(GeneratedImages answer, boolean pictures) {
        return ImageSequenceBody.from(answer, links);
    }

    @Override
    public String link(GeneratedImages answer) {
        return "/api/mv/sequences/" + answer.sequence().folder();
    }
}
