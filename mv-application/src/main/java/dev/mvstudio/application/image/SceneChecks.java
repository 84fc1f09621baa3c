package dev.mvstudio.application.image;

import dev.mvstudio.application.image.GenerateImagesCommand.SceneCommand;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.image.SceneType;
import dev.mvstudio.domain.prompt.CharacterTraits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Refuses what no model could make a sequence of. */
final class SceneChecks {
    private static final int TEXT = 5_000;
    private static final int SCENES = 200;
    static final BigDecimal LONGEST = BigDecimal.valueOf(3_600);
    static final BigDecimal SHORTEST = new BigDecimal("0.04");

    private final Violations violations;

    SceneChecks(Violations violations) {
        this.violations = violations;
    }

    void check(GenerateImagesCommand said) {
        List<SceneCommand> scenes = said.scenes();
        if (scenes != null) {
            checkScenes(scenes);
            checkCharacter(said.character(), scenes);
        } else if (said.folderId() == null) {
            violations.add("sequence_data", "is required: 1 to " + SCENES + " scenes", null);
        }
        violations.limitText("negative_prompt", said.negativePrompt(), TEXT);
        if (said.sampler() != null) {
            violations.requireText("sampler", said.sampler(), 100);
        }
        violations.requireRange("seed", said.seed(), 0, Long.MAX_VALUE);
        violations.requireRange("steps", said.steps(), 1, 10_000);
        Double cfg = said.cfgScale();
        if (cfg != null && !(cfg >= 0 && cfg <= 100)) {
            violations.add("cfg_scale", "must be 0 to 100", cfg);
        }
    }

    private void checkScenes(List<SceneCommand> scenes) {
        if (scenes.isEmpty() || scenes.size() > SCENES) {
            violations.add("sequence_data", "must have 1 to " + SCENES + " scenes", scenes.size() + " scenes");
            return;
        }
        for (int i = 0; i < scenes.size(); i++) {
            checkScene("sequence_data[" + i + "].", scenes.get(i));
        }
    }

    private void checkScene(String at, SceneCommand scene) {
        violations.requireText(at + "scene_description", scene.description(), TEXT);
        violations.limitText(at + "atmosphere", scene.atmosphere(), TEXT);
        violations.limitText(at + "pose", scene.pose(), TEXT);
        violations.limitText(at + "environment", scene.environment(), TEXT);
        violations.parse(at + "type", scene.type(), SceneType::parse, "must be character or b-roll");
        BigDecimal duration = scene.duration();
        if (duration != null && (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0)) {
            violations.add(at + "duration", "must be " + SHORTEST + " to " + LONGEST + " seconds", duration);
        }
    }

    private void checkCharacter(@Nullable CharacterTraits character, List<SceneCommand> scenes) {
        CharacterTraits who = Objects.requireNonNullElse(character, CharacterTraits.NONE);
        violations.limitText("character_data.base_traits", who.baseTraits(), TEXT);
        violations.limitText("character_data.facial_features", who.facialFeatures(), TEXT);
        violations.limitText("character_data.clothing", who.clothing(), TEXT);
        violations.limitText("character_data.distinctive_features", who.distinctiveFeatures(), TEXT);
        if (who.isBlank() && scenes.stream().anyMatch(ScenePrompts::shows)) {
            violations.add(
                    "character_data",
                    "is required: at least one of base_traits, facial_features, clothing and distinctive_features;"
                            + " only scenes of the type b-roll have no character",
                    null);
        }
    }
}
