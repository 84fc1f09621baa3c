package dev.mvstudio.application.scene;

import dev.mvstudio.application.job.Answer;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneFiles;
import dev.mvstudio.domain.scene.SceneRequest;
import java.util.List;

/** The scenes, what they were asked for with, and where they are kept. */
public record CreatedScenes(List<Scene> scenes, SceneFiles.Written files, SceneRequest request, Outcome outcome)
        implements Answer {
    public CreatedScenes {
        scenes = List.copyOf(scenes);
    }

    @Override
    public List<Asset> assets() {
        return List.of(files.markdown(), files.json());
    }
}
