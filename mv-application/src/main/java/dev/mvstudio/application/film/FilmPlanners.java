package dev.mvstudio.application.film;

import dev.mvstudio.application.character.CharacterDefaults;
import dev.mvstudio.application.scene.SceneDefaults;
import dev.mvstudio.application.video.VideoDefaults;

/** Who decides how each step of a film is done. */
public record FilmPlanners(SceneDefaults scenes, CharacterDefaults character, VideoDefaults video, FilmDefaults film) {}
