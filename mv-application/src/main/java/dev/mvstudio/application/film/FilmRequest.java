package dev.mvstudio.application.film;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.film.ClipAudio;
import dev.mvstudio.domain.film.FilmLength;
import dev.mvstudio.domain.film.Fit;
import dev.mvstudio.domain.film.Transition;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is joined and how, every gap filled; see {@link dev.mvstudio.domain.film.MergeRequest} for the meanings. */
public record FilmRequest(
        List<Asset> videos,
        @Nullable Asset soundtrack,
        ClipAudio clipAudio,
        Transition transition,
        Duration transitionLength,
        Duration fadeOut,
        Fit fit,
        FilmLength length) {
    public FilmRequest {
        videos = List.copyOf(videos);
    }
}
