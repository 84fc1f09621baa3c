package dev.mvstudio.cli.job;

import dev.mvstudio.application.film.FilmOrder;
import dev.mvstudio.application.film.FilmRequest;
import dev.mvstudio.application.image.SceneOrder;
import dev.mvstudio.application.image.SequenceOrder;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.domain.video.VideoRequest;
import java.util.Objects;

/** What a job is about, in the words of whoever ordered it. */
final class Subject {
    private static final int SHOWN = 44;

    private Subject() {}

    /** Empty where there are no words. */
    static String of(Record request) {
        return switch (request) {
            case FilmOrder film ->
                Objects.requireNonNullElse(film.command().scenes().idea(), "");
            case SceneRequest scenes -> scenes.idea();
            case ImageRequest picture -> picture.subject();
            case VideoRequest clip -> clip.prompt();
            case SequenceOrder images -> images.sequence().scenes().get(0).description();
            case SceneOrder image -> image.image().subject();
            default -> "";
        };
    }

    /** In one short line. */
    static String line(Record request) {
        String text = request instanceof FilmRequest joined
                ? joined.videos().size() + " clips"
                : of(request).replaceAll("\\s+", " ").strip();
        int end = text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }
}
