package dev.mvstudio.application.film;

import dev.mvstudio.application.job.Answer;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.domain.asset.Asset;
import java.util.List;

/**
 * A film and how it was joined.
 *
 * @param copied whether the picture was joined without encoding it again
 */
public record MergedVideo(Asset video, FilmRequest request, boolean copied, Outcome outcome) implements Answer {
    @Override
    public List<Asset> assets() {
        return List.of(video);
    }
}
