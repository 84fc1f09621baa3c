package dev.mvstudio.application.flavor;

/**
 * A named set of parameters and prompts.
 *
 * @param name as callers write it
 * @param description one sentence for people
 */
public record Flavor(
        String name,
        String description,
        SceneParameters scenes,
        CharacterParameters character,
        VideoParameters video,
        FilmParameters film,
        ImageParameters images,
        Prompts prompts) {
    public static final String DEFAULT = "default";
}
