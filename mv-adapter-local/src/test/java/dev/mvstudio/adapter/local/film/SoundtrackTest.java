package dev.mvstudio.adapter.local.film;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.adapter.local.film.Footage.Shot;
import dev.mvstudio.domain.film.ClipAudio;
import dev.mvstudio.domain.film.FilmLength;
import dev.mvstudio.domain.film.MergeRequest;
import dev.mvstudio.domain.film.Merged;
import dev.mvstudio.testkit.film.MergeRequests;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clips sound at 400 Hz in the first second and not in the second one, the soundtrack at 1000 Hz. */
class SoundtrackTest {
    private static final int CLIPS = 400;
    private static final int TRACK = 1000;
    private static final double SILENT = -60;
    private static final double HEARD = -35;

    @TempDir
    static Path samples;

    private static Path loud;
    private static Path quiet;
    private static Path music;

    @TempDir
    Path folder;

    @BeforeAll
    static void shoot() {
        loud = Shot.of("red").tone(CLIPS).in(samples, "loud.mp4");
        quiet = Shot.of("blue").tone(0).in(samples, "quiet.mp4");
        music = Footage.sound(samples, "music.mp3", 3);
    }

    private Merged merge(MergeRequest request) {
        return new FfmpegVideoEditor(TestFfmpeg.get()).merge(request, folder.resolve("film.mp4"), x -> {});
    }

    private Seen film() {
        Seen film = new Seen(folder.resolve("film.mp4"));
        film.isProper();
        return film;
    }

    private static MergeRequest over(Path soundtrack, ClipAudio clips, FilmLength length) {
        return MergeRequests.with(MergeRequests.of(loud, quiet), soundtrack, clips, length);
    }

    @Test
    void keep_lets_both_be_heard_as_loud_as_they_are_and_copies_the_picture() {
        Merged merged = merge(over(music, ClipAudio.KEEP, FilmLength.VIDEO));

        assertThat(merged.copied()).isTrue();
        assertThat(merged.warnings()).isEmpty();
        Seen film = film();
        film.lasts(2);
        assertThat(film.volume(0.2, 0.6, CLIPS)).isGreaterThan(HEARD);
        assertThat(film.volume(0.2, 0.6, TRACK)).isGreaterThan(HEARD);
        assertThat(film.volume(0.2, 0.6, TRACK))
                .as("no louder once the clips are silent")
                .isGreaterThan(film.volume(1.2, 0.6, TRACK) - 2);
        assertThat(film.volume(1.2, 0.6, CLIPS)).isLessThan(SILENT);
    }

    @Test
    void mute_lets_only_the_soundtrack_be_heard() {
        assertThat(merge(over(music, ClipAudio.MUTE, FilmLength.VIDEO)).copied())
                .isTrue();

        assertThat(film().volume(0.2, 0.6, CLIPS)).isLessThan(SILENT);
        assertThat(film().volume(0.2, 0.6, TRACK)).isGreaterThan(HEARD);
    }

    @Test
    void mute_without_a_soundtrack_makes_a_silent_film() {
        assertThat(merge(MergeRequests.with(MergeRequests.of(loud, loud), null, ClipAudio.MUTE, FilmLength.VIDEO))
                        .copied())
                .isTrue();

        assertThat(film().headers().audio()).isNull();
        film().lasts(2);
    }

    @Test
    void duck_makes_the_soundtrack_step_back_while_the_clips_are_heard() {
        merge(over(music, ClipAudio.DUCK, FilmLength.VIDEO));

        Seen film = film();
        assertThat(film.volume(0.3, 0.6, CLIPS)).isGreaterThan(HEARD);
        assertThat(film.volume(0.3, 0.6, TRACK)).isLessThan(film.volume(1.7, 0.25, TRACK) - 6);
        film.lasts(2);
    }

    @Test
    void clips_without_sound_may_be_kept_and_ducked_for_too() {
        merge(MergeRequests.with(MergeRequests.of(quiet, quiet), music, ClipAudio.DUCK, FilmLength.VIDEO));

        assertThat(film().volume(0.3, 0.6, TRACK)).isGreaterThan(HEARD);
    }

    @Test
    void a_soundtrack_that_ends_early_is_said_and_not_repeated() {
        Path jingle = Footage.sound(samples, "jingle.mp3", 0.8);

        Merged merged = merge(over(jingle, ClipAudio.MUTE, FilmLength.VIDEO));

        assertThat(merged.warnings())
                .containsExactly("the soundtrack (0.8 s) ends before the film (2.0 s); it is not repeated");
        Seen film = film();
        film.lasts(2);
        assertThat(film.volume(0.1, 0.6, TRACK)).isGreaterThan(HEARD);
        assertThat(film.volume(1.0, 0.9, TRACK)).isLessThan(SILENT);
    }

    @Test
    void the_last_frame_stands_until_a_longer_soundtrack_ends() {
        Merged merged = merge(over(music, ClipAudio.KEEP, FilmLength.SOUNDTRACK));

        assertThat(merged.copied()).isFalse();
        assertThat(merged.warnings()).isEmpty();
        Seen film = film();
        film.lasts(3);
        assertThat(film.color(2.9)).isEqualTo("no no full");
        assertThat(film.volume(2.2, 0.6, TRACK)).isGreaterThan(HEARD);
    }

    @Test
    void the_film_is_cut_where_a_shorter_soundtrack_ends() {
        Path jingle = Footage.sound(samples, "short.wav", 0.5);

        Merged merged = merge(over(jingle, ClipAudio.MUTE, FilmLength.SOUNDTRACK));

        assertThat(merged.warnings()).isEmpty();
        film().lasts(0.5);
        assertThat(film().frames()).isEqualTo(12);
    }

    @Test
    void a_fade_out_ends_the_soundtrack_too() {
        merge(MergeRequests.fadingOut(over(music, ClipAudio.MUTE, FilmLength.SOUNDTRACK), Duration.ofSeconds(1)));

        Seen film = film();
        film.lasts(3);
        assertThat(film.volume(2.85, 0.14, TRACK)).isLessThan(film.volume(1, 0.5, TRACK) - 12);
        assertThat(film.color(2.95)).isEqualTo("no no no");
    }

    @ParameterizedTest
    @CsvSource({
        "mp3, -c:a libmp3lame",
        "wav, -c:a pcm_s16le",
        "m4a, -c:a aac",
        "aac, -c:a aac",
        "flac, -c:a flac",
        "ogg, -c:a libvorbis",
    })
    void every_format_of_sound_will_do(String extension, String encoder) {
        Path track = Footage.sound(samples, "track." + extension, 1.5, encoder.split(" "));

        merge(over(track, ClipAudio.MUTE, FilmLength.SOUNDTRACK));

        assertThat(Seen.seconds(film().headers().duration())).isBetween(1.45, 1.6);
        assertThat(film().volume(0.2, 1, TRACK)).isGreaterThan(HEARD);
    }
}
