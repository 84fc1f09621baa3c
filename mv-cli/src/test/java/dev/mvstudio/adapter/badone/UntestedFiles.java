package dev.mvstudio.adapter.badone;

import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneFiles;
import dev.mvstudio.domain.scene.SceneRequest;
import java.util.List;

class UntestedFiles implements SceneFiles {
    @Override
    public Written write(JobId job, SceneRequest request, List<Scene> scenes) {
        throw new UnsupportedOperationException();
    }
}
