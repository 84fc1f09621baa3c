package dev.mvstudio.web.sequence;

import dev.mvstudio.application.image.Slideshow;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.web.job.Presentation;
import jakarta.inject.Singleton;

/** Shows slideshows. */
@Singleton
final class SlideshowPresentation implements Presentation<Slideshow> {
    @Override
    public JobKind kind() {
        return JobKind.MAKE_SLIDESHOW;
    }

    @Override
    public Class<Slideshow> answer() {
        return Slideshow.class;
    }

    @Override
    public Object body(Slideshow answer, boolean pictures) {
        return SlideshowBody.from(answer);
    }

    @Override
    public String link(Slideshow answer) {
        return SlideshowBody.from(answer).videoUrl();
    }
}
