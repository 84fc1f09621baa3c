package dev.mvstudio.web.film;

import dev.mvstudio.application.film.MergedVideo;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.web.job.Presentation;
import jakarta.inject.Singleton;

/** Shows joined clips. */
@Singleton
final class MergePresentation implements Presentation<MergedVideo> {
    @Override
    public JobKind kind() {
        return JobKind.MERGE_VIDEOS;
    }

    @Override
    public Class<MergedVideo> answer() {
        return MergedVideo.class;
    }

    @Override
    public Object body(MergedVideo answer, boolean pictures) {
        return FilmBody.from(answer);
    }

    @Override
    public String link(MergedVideo answer) {
        return FilmBody.from(answer).videoUrl();
    }
}
