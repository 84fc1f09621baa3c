package dev.mvstudio.application.image;

import dev.mvstudio.application.flavor.ImageParameters;
import dev.mvstudio.application.image.GenerateImagesCommand.SceneCommand;
import dev.mvstudio.domain.image.SceneType;
import dev.mvstudio.domain.prompt.CharacterPrompt;
import dev.mvstudio.domain.prompt.CharacterTraits;
import dev.mvstudio.domain.prompt.Emphasis;
import dev.mvstudio.domain.prompt.TraitFilter;
import dev.mvstudio.domain.prompt.TraitWeights;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the prompts of scenes together: who, doing what, where, in what atmosphere. */
final class ScenePrompts {
    private final TraitFilter filter;
    private final String character;
    private final boolean weighted;

    /**
     * Those with this character.
     *
     * @param weighted whether the model understands weights
     */
    ScenePrompts(ImageParameters parameters, CharacterTraits who, boolean weighted) {
        this.filter = new TraitFilter(parameters.balance());
        this.character = CharacterPrompt.of(who, weighted ? parameters.weights() : TraitWeights.NONE);
        this.weighted = weighted;
    }

    /** That of a scene, which shows the character unless it says otherwise. */
    static SceneType type(SceneCommand scene) {
        String said = scene.type();
        return said == null ? SceneType.CHARACTER : SceneType.parse(said).orElse(SceneType.CHARACTER);
    }

    /** Whether the character is in this scene. */
    static boolean shows(SceneCommand scene) {
        return type(scene) == SceneType.CHARACTER;
    }

    String of(SceneCommand scene) {
        String who = shows(scene) ? character : "";
        String atmosphere = filter.filter(who, text(scene.atmosphere()));
        String prompt = Stream.of(
                        who,
                        shows(scene) ? text(scene.pose()) : "",
                        text(scene.description()),
                        text(scene.environment()),
                        atmosphere)
                .map(ScenePrompts::withoutEnd)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return weighted ? prompt : Emphasis.without(prompt);
    }

    private static String text(@Nullable String said) {
        return Objects.requireNonNullElse(said, "");
    }

    /** A full stop in the middle of a list of traits is none. */
    private static String withoutEnd(String part) {
        String text = part.strip();
        while (text.endsWith(",") || text.endsWith(".") || text.endsWith(";")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        return text;
    }
}
