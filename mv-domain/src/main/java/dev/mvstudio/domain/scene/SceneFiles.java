package dev.mvstudio.domain.scene;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps written scenes as files for people and programs to read. */
public interface SceneFiles {
    /**
     * Writes {@code scenes/<job>/scenes.md} and {@code scenes.json}, each whole or not at all. Writing the same job again
     * gives the files of the first time.
     *
     * @param expiresAt when they may be swept away; null for never
     * @throws dev.mvstudio.domain.asset.StorageException when they cannot be stored
     */
    Written write(JobId job, SceneRequest request, List<Scene> scenes, @Nullable Instant expiresAt);

    /** Where they are. */
    record Written(Asset markdown, Asset json) {}
}
