package dev.mvstudio.adapter.badone;

import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneFiles;
import dev.mvstudio.domain.scene.SceneRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

class UntestedFiles implements SceneFiles {
    @Override
    public Written write(JobId job, SceneRequest request, List<Scene> scenes, @Nullable Instant expiresAt) {
        throw new UnsupportedOperationException();
    }
}
