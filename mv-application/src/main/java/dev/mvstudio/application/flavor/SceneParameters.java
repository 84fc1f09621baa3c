package dev.mvstudio.application.flavor;

/** The defaults of create_scenes; see {@link dev.mvstudio.domain.scene.SceneRequest} for their meaning. */
public record SceneParameters(
        int numberOfScenes,
        String videoType,
        String characterCharacteristics,
        String videoCharacteristics,
        String cameraAngle) {}
