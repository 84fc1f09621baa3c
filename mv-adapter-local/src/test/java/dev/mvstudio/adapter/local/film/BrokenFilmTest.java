package dev.mvstudio.adapter.local.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.adapter.local.film.Footage.Shot;
import dev.mvstudio.domain.film.ClipAudio;
import dev.mvstudio.domain.film.FilmLength;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.film.MergeException.Fault;
import dev.mvstudio.domain.film.MergeRequest;
import dev.mvstudio.testkit.film.MergeRequests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the misbehaving programs are shell scripts")
class BrokenFilmTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    static Path samples;

    private static Path clip;
    private static Path tall;

    @TempDir
    Path folder;

    @TempDir
    Path tools;

    @BeforeAll
    static void shoot() {
        clip = Shot.of("red").in(samples, "clip.mp4");
        tall = Shot.of("blue").size("180x320").in(samples, "tall.mp4");
    }

    private Path target() {
        return folder.resolve("film.mp4");
    }

    private MergeException refused(Ffmpeg ffmpeg, MergeRequest request) {
        return catchThrowableOfType(
                MergeException.class, () -> new FfmpegVideoEditor(ffmpeg).merge(request, target(), x -> {}));
    }

    private void assertNothingLeft(Path... but) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(but);
        }
        assertThat(LiveProcesses.ofThisJvm().count()).isZero();
    }

    @Test
    void a_missing_ffmpeg_is_told_with_the_remedy() throws IOException {
        Ffmpeg none = new Ffmpeg(new FfmpegBinary(null, "", Optional::empty), LONG, 1);

        MergeException e = refused(none, MergeRequests.of(clip, clip));

        assertThat(e.fault()).isEqualTo(Fault.EDITOR_MISSING);
        assertThat(e).hasMessageContaining("MV_FFMPEG");
        assertThat(catchThrowable(() -> new FfmpegVideoEditor(none).thumbnail(clip, target())))
                .isInstanceOf(MergeException.class);
        assertNothingLeft();
    }

    @Test
    void a_hanging_ffmpeg_is_ended_at_the_deadline_and_nothing_is_left() throws Exception {
        Ffmpeg hanging = new Ffmpeg(Scripts.hanging(tools), tools, Duration.ofMillis(700));

        MergeException e = refused(hanging, MergeRequests.of(clip, tall));

        assertThat(e.fault()).isEqualTo(Fault.TIMEOUT);
        assertThat(e).hasMessageContaining("one").hasMessageContaining("did not finish within 0.7 s");
        TestFfmpeg.awaitGone(tools.resolve("pid"));
        TestFfmpeg.awaitGone(tools.resolve("child"));
        assertNothingLeft();
    }

    @Test
    void a_crashing_ffmpeg_is_told_with_the_clips_it_worked_on() throws IOException {
        Ffmpeg crashing = new Ffmpeg(
                Scripts.ffmpeg(tools, "for last; do :; done; echo half > \"$last\"; echo boom >&2; kill -SEGV $$"),
                tools,
                LONG);

        MergeException copying = refused(crashing, MergeRequests.of(clip, clip));
        MergeException encoding = refused(crashing, MergeRequests.of(clip, tall));

        assertThat(List.of(copying, encoding)).allSatisfy(e -> {
            assertThat(e.fault()).isEqualTo(Fault.EDITOR_FAILED);
            assertThat(e)
                    .hasMessageContaining("one")
                    .hasMessageContaining("crashed")
                    .hasMessageContaining("boom");
        });
        assertNothingLeft();
    }

    @Test
    void a_full_disk_is_no_clips_fault() throws IOException {
        Ffmpeg full = new Ffmpeg(
                Scripts.ffmpeg(tools, "echo 'av_interleaved_write_frame(): No space left on device' >&2; exit 1"),
                tools,
                LONG);

        MergeException e = refused(full, MergeRequests.of(clip, tall));

        assertThat(e.fault()).isEqualTo(Fault.EDITOR_FAILED);
        assertThat(e).hasMessageContaining("the disk is full");
        assertNothingLeft();
    }

    @Test
    void an_interrupt_ends_it_and_nothing_is_left() throws Exception {
        FfmpegVideoEditor editor = new FfmpegVideoEditor(new Ffmpeg(Scripts.hanging(tools), tools, LONG));
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = Thread.ofVirtual()
                .start(() -> thrown.set(
                        catchThrowable(() -> editor.merge(MergeRequests.of(clip, tall), target(), x -> {}))));
        TestFfmpeg.awaitFile(tools.resolve("child"));

        caller.interrupt();
        caller.join();

        assertThat(thrown.get())
                .isInstanceOfSatisfying(
                        MergeException.class, e -> assertThat(e.fault()).isEqualTo(Fault.EDITOR_FAILED));
        TestFfmpeg.awaitGone(tools.resolve("child"));
        assertNothingLeft();
    }

    @Test
    void a_clip_that_is_cut_off_anywhere_is_named() throws IOException {
        byte[] whole = Files.readAllBytes(clip);
        Path cut = folder.resolve("cut.mp4");
        for (int i = 0; i < 40; i++) {
            Files.write(cut, Arrays.copyOf(whole, whole.length * i / 40));

            MergeException e = refused(TestFfmpeg.get(), MergeRequests.of(clip, cut));

            assertThat(e.fault()).isEqualTo(Fault.INVALID_CLIP);
            assertThat(e).hasMessageStartingWith("clip two cannot be used: it is ");
        }
        assertNothingLeft(cut);
    }

    @Test
    void a_clip_whose_pictures_are_noise_is_named_when_copied_and_when_encoded() throws IOException {
        Path noise = Files.write(folder.resolve("noise.mp4"), Noise.inMedia(Files.readAllBytes(clip)));

        assertThat(List.of(
                        refused(TestFfmpeg.get(), MergeRequests.of(clip, noise)),
                        refused(TestFfmpeg.get(), MergeRequests.of(tall, noise))))
                .allSatisfy(e -> {
                    assertThat(e.fault()).isEqualTo(Fault.INVALID_CLIP);
                    assertThat(e).hasMessageContaining("two");
                    assertThat(e.getMessage()).doesNotContain(folder.toString());
                });
        assertNothingLeft(noise);
    }

    @Test
    void a_clip_that_cannot_be_decoded_is_named_although_its_headers_and_tables_are_right() throws IOException {
        Path noise = Files.write(folder.resolve("noise.mp4"), Noise.inPictures(Files.readAllBytes(clip)));

        MergeException e = refused(TestFfmpeg.get(), MergeRequests.of(tall, noise));

        assertThat(e.fault()).isEqualTo(Fault.INVALID_CLIP);
        assertThat(e).hasMessageContaining("two");
        assertNothingLeft(noise);
    }

    @Test
    void a_sound_that_is_no_clip_is_named() throws IOException {
        Path sound = Footage.sound(folder, "sound.m4a", 1);

        assertThat(refused(TestFfmpeg.get(), MergeRequests.of(clip, sound)))
                .hasMessage("clip two cannot be used: it has no picture");
        assertNothingLeft(sound);
    }

    @Test
    void a_playlist_that_passes_for_a_soundtrack_opens_nothing() throws IOException {
        Path playlist = Files.writeString(
                folder.resolve("track.mp3"), "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + clip + "\n");

        MergeException e = refused(
                TestFfmpeg.get(),
                MergeRequests.with(MergeRequests.of(clip), playlist, ClipAudio.MUTE, FilmLength.VIDEO));

        assertThat(e).hasMessage("the soundtrack cannot be used: it is damaged, or no sound");
        assertNothingLeft(playlist);
    }

    @Test
    void a_target_that_cannot_be_written_is_told_without_its_folder() {
        Path nowhere = folder.resolve("gone").resolve("film.mp4");

        MergeException e = catchThrowableOfType(
                MergeException.class,
                () -> new FfmpegVideoEditor(TestFfmpeg.get()).merge(MergeRequests.of(clip), nowhere, x -> {}));

        assertThat(e.fault()).isEqualTo(Fault.EDITOR_FAILED);
        assertThat(e.getMessage()).doesNotContain(folder.toString());
    }
}
