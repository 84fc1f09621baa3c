package dev.mvstudio.web.film;

import dev.mvstudio.application.film.MusicVideo;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.web.job.Presentation;
import jakarta.inject.Singleton;

/** Shows whole films. */
@Singleton
final class MusicVideoPresentation implements Presentation<MusicVideo> {
    @Override
    public JobKind kind() {
        return JobKind.CREATE_MUSIC_VIDEO;
    }

    @Override
    public Class<MusicVideo> answer() {
        return MusicVideo.class;
    }

    @Override
    public Object body(MusicVideo answer, boolean pictures) {
        return MusicVideoBody.from(answer);
    }

    @Override
    public String link(MusicVideo answer) {
        return MusicVideoBody.from(answer).videoUrl();
    }
}
