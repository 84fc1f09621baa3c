package dev.mvstudio.application.flavor;

import dev.mvstudio.domain.film.ClipAudio;
import dev.mvstudio.domain.film.FilmLength;
import dev.mvstudio.domain.film.Fit;
import dev.mvstudio.domain.film.Transition;
import java.time.Duration;

/**
 * The defaults of merge_videos and of whole films.
 *
 * @param maxParallel how many clips of one film are generated at once
 * @param character who is in a film when the caller describes nobody
 */
public record FilmParameters(
        ClipAudio clipAudio,
        Transition transition,
        Duration transitionLength,
        Duration fadeOut,
        Fit fit,
        FilmLength length,
        int maxParallel,
        String character) {}
