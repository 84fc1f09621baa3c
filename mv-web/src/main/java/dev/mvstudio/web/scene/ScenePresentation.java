package dev.mvstudio.web.scene;

import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.scene.CreatedScenes;
import dev.mvstudio.web.job.Presentation;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Shows written scenes. */
@Singleton
final class ScenePresentation implements Presentation<CreatedScenes> {
    @Override
    public JobKind kind() {
        return JobKind.CREATE_SCENES;
    }

    @Override
    public Class<CreatedScenes> answer() {
        return CreatedScenes.class;
    }

    @Override
    public Object body(CreatedScenes answer, boolean pictures) {
        return ScenesBody.from(answer);
    }

    @Override
    public @Nullable String link(CreatedScenes answer) {
        return null;
    }
}
