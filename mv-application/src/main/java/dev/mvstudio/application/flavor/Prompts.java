package dev.mvstudio.application.flavor;

import dev.mvstudio.domain.prompt.PromptTemplate;
import java.util.Set;

/**
 * The templates of a flavor.
 *
 * @param scenes asks a language model for scenes
 * @param characterReference asks an image model for a character
 * @param videoRules what holds for every clip
 */
public record Prompts(PromptTemplate scenes, PromptTemplate characterReference, PromptTemplate videoRules) {
    /** What {@link #scenes} may use, and must use all of. */
    public static final Set<String> SCENES_PLACEHOLDERS = Set.of(
            "idea",
            "character_description",
            "character_characteristics",
            "number_of_scenes",
            "video_type",
            "video_characteristics",
            "camera_angle");

    /** What {@link #characterReference} may use, and must use all of. */
    public static final Set<String> CHARACTER_PLACEHOLDERS = Set.of("character_description");

    /** What {@link #videoRules}, and a caller's own rules, may use. */
    public static final Set<String> RULES_PLACEHOLDERS =
            Set.of("aspect_ratio", "duration", "resolution", "generate_audio", "negative_prompt", "seed");
}
