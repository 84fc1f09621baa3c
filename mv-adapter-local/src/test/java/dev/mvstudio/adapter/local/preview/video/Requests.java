package dev.mvstudio.adapter.local.preview.video;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.video.VideoRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests for small clips, changed one by one. */
record Requests(
        String prompt,
        String ratio,
        int seconds,
        int lines,
        boolean audio,
        @Nullable Long seed,
        List<ReferenceImage> references) {
    static Requests small() {
        return new Requests("A robot crosses a street at night.", "16:9", 1, 144, false, null, List.of());
    }

    Requests prompt(String other) {
        return new Requests(other, ratio, seconds, lines, audio, seed, references);
    }

    Requests ratio(String other) {
        return new Requests(prompt, other, seconds, lines, audio, seed, references);
    }

    Requests seconds(int other) {
        return new Requests(prompt, ratio, other, lines, audio, seed, references);
    }

    Requests lines(int other) {
        return new Requests(prompt, ratio, seconds, other, audio, seed, references);
    }

    Requests withAudio() {
        return new Requests(prompt, ratio, seconds, lines, true, seed, references);
    }

    Requests seed(@Nullable Long other) {
        return new Requests(prompt, ratio, seconds, lines, audio, other, references);
    }

    Requests reference(ReferenceImage image) {
        return new Requests(prompt, ratio, seconds, lines, audio, seed, List.of(image));
    }

    VideoRequest build() {
        return new VideoRequest(
                PreviewVideoModel.MODEL,
                prompt,
                "",
                null,
                AspectRatio.parse(ratio).orElseThrow(),
                Duration.ofSeconds(seconds),
                new Resolution(lines),
                audio,
                seed,
                references);
    }
}
