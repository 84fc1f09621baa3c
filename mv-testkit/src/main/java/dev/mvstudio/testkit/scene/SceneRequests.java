package dev.mvstudio.testkit.scene;

import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.scene.SceneRequest;

/** Requests to try scene writers with. */
public final class SceneRequests {
    private SceneRequests() {}

    public static SceneRequest plain(Model model, int numberOfScenes) {
        return new SceneRequest(
                model,
                "a robot learns to dance in an empty theatre",
                "a small silver robot with one teal eye",
                "curious and clumsy",
                numberOfScenes,
                "music video",
                "soft film grain, warm light",
                "front",
                null,
                "Write " + numberOfScenes + " scenes about a robot that learns to dance.");
    }
}
