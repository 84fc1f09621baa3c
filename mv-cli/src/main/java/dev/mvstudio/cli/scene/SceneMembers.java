package dev.mvstudio.cli.scene;

import dev.mvstudio.application.job.DryRun;
import dev.mvstudio.application.scene.CreatedScenes;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.shell.Members;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneRequest;
import java.util.List;

/** The JSON of scenes. */
public final class SceneMembers {
    private SceneMembers() {}

    public static JsonObject of(CreatedScenes created) {
        JsonObject metadata = new JsonObject()
                .with("idea", created.request().idea())
                .with("number_of_scenes", created.scenes().size())
                .withAll(Members.metadata(created.outcome(), parameters(created.request())));
        return new JsonObject()
                .with("scenes", scenes(created.scenes()))
                .with(
                        "output_files",
                        new JsonObject()
                                .with("markdown", created.files().markdown().path())
                                .with("json", created.files().json().path()))
                .with("metadata", metadata);
    }

    public static List<JsonObject> scenes(List<Scene> scenes) {
        return scenes.stream()
                .map(s -> new JsonObject()
                        .with("description", s.description())
                        .with("negative_description", s.negativeDescription()))
                .toList();
    }

    public static JsonObject dryRun(DryRun<SceneRequest> dryRun) {
        return Members.dryRun(dryRun, parameters(dryRun.plan().request()));
    }

    private static JsonObject parameters(SceneRequest r) {
        return new JsonObject()
                .with("character_description", r.characterDescription())
                .with("character_characteristics", r.characterCharacteristics())
                .with("number_of_scenes", r.numberOfScenes())
                .with("video_type", r.videoType())
                .with("video_characteristics", r.videoCharacteristics())
                .with("camera_angle", r.cameraAngle())
                .with("seed", r.seed());
    }
}
