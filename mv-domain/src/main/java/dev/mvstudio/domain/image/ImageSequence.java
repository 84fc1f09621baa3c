package dev.mvstudio.domain.image;

import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of an image sequence: enough to go on with it later.
 *
 * @param folder its name
 * @param backend who draws
 * @param model with what
 * @param seed of all its images; null where the model takes none
 * @param sampling how
 * @param look how its images look beside that; null where it was begun before this was recorded
 * @param createdAt when it was begun
 * @param scenes by number, each number once
 */
public record ImageSequence(
        FolderId folder,
        Backend backend,
        Model model,
        @Nullable Long seed,
        Sampling sampling,
        @Nullable Look look,
        Instant createdAt,
        List<Scene> scenes) {
    public ImageSequence {
        scenes = scenes.stream().sorted(Comparator.comparingInt(Scene::number)).toList();
        if (scenes.stream().map(Scene::number).distinct().count() < scenes.size()) {
            throw new IllegalArgumentException("a sequence has each scene number once: " + folder);
        }
    }

    /**
     * How all its images look.
     *
     * @param negativePrompt what must not be in them; null for nothing
     * @param format what they are stored as
     * @param character a stored picture that the character resembles; null for none
     */
    public record Look(
            @Nullable String negativePrompt,
            ImageFormat format,
            @Nullable AssetId character) {}

    /**
     * One of its scenes.
     *
     * @param number from 1
     * @param type whether the character is in it
     * @param description what is seen, in the caller's words
     * @param atmosphere in the caller's words; empty for none
     * @param prompt what the model is told
     * @param duration how long it is shown; null when the caller did not say
     * @param image null until there is one
     */
    public record Scene(
            int number,
            SceneType type,
            String description,
            String atmosphere,
            String prompt,
            @Nullable Duration duration,
            @Nullable Image image) {
        public Scene {
            if (number < 1) {
                throw new IllegalArgumentException("scenes count from 1: " + number);
            }
            // Scenes that were recorded before it was have none.
            type = Objects.requireNonNullElse(type, SceneType.CHARACTER);
        }

        /** The same with this image; null for none. */
        public Scene with(@Nullable Image made) {
            return new Scene(number, type, description, atmosphere, prompt, duration, made);
        }
    }

    /**
     * The image of a scene.
     *
     * @param url where anybody can see it; null where only this program shows it
     */
    public record Image(AssetId asset, @Nullable URI url, Instant createdAt) {}

    public Optional<Scene> scene(int number) {
        return scenes.stream().filter(s -> s.number() == number).findFirst();
    }

    /** The same with these scenes. */
    public ImageSequence with(List<Scene> others) {
        return new ImageSequence(folder, backend, model, seed, sampling, look, createdAt, others);
    }
}
