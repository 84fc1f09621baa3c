package dev.mvstudio.application.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.FakeStudio;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.application.request.Violation;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.domain.film.ClipAudio;
import dev.mvstudio.domain.film.FilmLength;
import dev.mvstudio.domain.film.Fit;
import dev.mvstudio.domain.film.MergeRequest;
import dev.mvstudio.domain.film.Transition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergeVideosTest {
    private final FakeStudio studio = new FakeStudio();

    private String clip() {
        return studio.generateVideo
                .generate(GenerateVideoCommand.of("a clip"), Progress.NONE)
                .video()
                .id()
                .toString();
    }

    private String sound() throws IOException {
        byte[] wav = "RIFF....WAVEfmt and so on, long enough".getBytes(StandardCharsets.US_ASCII);
        return studio.uploads
                .upload("file", new ByteArrayInputStream(wav))
                .asset()
                .id()
                .toString();
    }

    @Test
    void clips_are_joined_in_the_order_given() {
        String first = clip();
        String second = clip();

        MergedVideo film = studio.mergeVideos.merge(MergeVideosCommand.of(List.of(second, first)), Progress.NONE);

        assertThat(studio.merged.get(0).clips())
                .extracting(MergeRequest.Clip::name)
                .containsExactly(second, first);
        assertThat(film.copied()).isTrue();
        assertThat(film.outcome().warnings()).containsExactly("told to warn");
        assertThat(film.outcome().backend().name()).isEqualTo("local");
        assertThat(film.video().path()).startsWith("videos/");
    }

    @Test
    void what_was_said_reaches_the_editor() throws IOException {
        MergeVideosCommand said = new MergeVideosCommand(
                List.of(clip(), clip()), sound(), "duck", "crossfade", 0.25, 2.0, "crop", "soundtrack", null);

        studio.mergeVideos.merge(said, Progress.NONE);

        MergeRequest request = studio.merged.get(0);
        assertThat(request.clipAudio()).isEqualTo(ClipAudio.DUCK);
        assertThat(request.transition()).isEqualTo(Transition.CROSSFADE);
        assertThat(request.transitionLength()).isEqualTo(Duration.ofMillis(250));
        assertThat(request.fadeOut()).isEqualTo(Duration.ofSeconds(2));
        assertThat(request.fit()).isEqualTo(Fit.CROP);
        assertThat(request.length()).isEqualTo(FilmLength.SOUNDTRACK);
        assertThat(request.soundtrack()).isNotNull();
    }

    @Test
    void every_fault_is_told_at_once_and_a_missing_clip_by_its_place() {
        MergeVideosCommand bad = new MergeVideosCommand(
                List.of(clip(), "11111111-2222-4333-8444-555555555555"),
                "nonsense",
                "loud",
                "wipe",
                -1.0,
                Double.NaN,
                "stretch",
                "long",
                null);

        assertThatThrownBy(() -> studio.mergeVideos.merge(bad, Progress.NONE))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::field)
                                .containsExactlyInAnyOrder(
                                        "video_ids[1]",
                                        "soundtrack_id",
                                        "clip_audio",
                                        "transition",
                                        "transition_seconds",
                                        "fade_out_seconds",
                                        "fit",
                                        "length"));
        assertThat(studio.merged).isEmpty();
    }

    @Test
    void a_film_has_two_to_a_hundred_clips() {
        String clip = clip();
        List<String> many = Stream.generate(() -> clip).limit(101).toList();

        for (MergeVideosCommand bad : List.of(
                MergeVideosCommand.of(List.of(clip)),
                MergeVideosCommand.of(many),
                new MergeVideosCommand(null, null, null, null, null, null, null, null, null))) {
            assertThatThrownBy(() -> studio.mergeVideos.merge(bad, Progress.NONE))
                    .hasMessageContaining("2 to 100 ids");
        }
    }

    @Test
    void the_length_of_a_soundtrack_needs_a_soundtrack() {
        MergeVideosCommand bad =
                new MergeVideosCommand(List.of(clip(), clip()), null, null, null, null, null, null, "soundtrack", null);

        assertThatThrownBy(() -> studio.mergeVideos.merge(bad, Progress.NONE)).hasMessageContaining("soundtrack_id");
    }

    @Test
    void a_dry_run_joins_nothing() {
        var run = studio.mergeVideos.plan(MergeVideosCommand.of(List.of(clip(), clip())));

        assertThat(run.plan().defaultsApplied()).containsKeys("clip_audio", "transition", "fit", "length");
        assertThat(studio.merged).isEmpty();
    }
}
