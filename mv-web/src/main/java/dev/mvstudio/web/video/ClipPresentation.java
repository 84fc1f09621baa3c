package dev.mvstudio.web.video;

import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.web.job.Presentation;
import jakarta.inject.Singleton;

/** Shows clips. */
@Singleton
final class ClipPresentation implements Presentation<GeneratedVideo> {
    @Override
    public JobKind kind() {
        return JobKind.GENERATE_VIDEO;
    }

    @Override
    public Class<GeneratedVideo> answer() {
        return GeneratedVideo.class;
    }

    @Override
    public Object body(GeneratedVideo answer, boolean pictures) {
        return ClipBody.from(answer);
    }

    @Override
    public String link(GeneratedVideo answer) {
        return ClipBody.from(answer).videoUrl();
    }
}
