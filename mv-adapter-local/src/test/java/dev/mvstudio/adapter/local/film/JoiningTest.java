package dev.mvstudio.adapter.local.film;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.adapter.local.film.Footage.Shot;
import dev.mvstudio.domain.film.Fit;
import dev.mvstudio.domain.film.MergeRequest;
import dev.mvstudio.domain.film.MergeRequest.Clip;
import dev.mvstudio.domain.film.Merged;
import dev.mvstudio.testkit.film.MergeRequests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoiningTest {
    private static final String RED = "full no no";
    private static final String BLUE = "no no full";
    private static final String BLACK = "no no no";

    @TempDir
    static Path samples;

    private static Path red;
    private static Path blue;
    private static Path silentRed;
    private static Path silentBlue;
    private static Path tallBlue;

    @TempDir
    Path folder;

    @BeforeAll
    static void shoot() {
        red = Shot.of("red").tone(400).in(samples, "red.mp4");
        blue = Shot.of("blue").tone(2000).in(samples, "blue.mp4");
        silentRed = Shot.of("red").tone(0).in(samples, "silent-red.mp4");
        silentBlue = Shot.of("blue").tone(0).in(samples, "silent-blue.mp4");
        tallBlue = Shot.of("blue").size("180x320").rate("30").tone(2000).in(samples, "tall.mp4");
    }

    private Merged merge(MergeRequest request) {
        return new FfmpegVideoEditor(TestFfmpeg.get()).merge(request, target(), x -> {});
    }

    private Path target() {
        return folder.resolve("film.mp4");
    }

    private Seen film() {
        Seen film = new Seen(target());
        film.isProper();
        return film;
    }

    @Test
    void like_clips_are_joined_without_encoding_and_exactly_as_long_as_their_sum() {
        Merged merged = merge(MergeRequests.of(red, blue, red, blue));

        assertThat(merged.copied()).isTrue();
        Seen film = film();
        film.lasts(4);
        assertThat(film.frames()).isEqualTo(96);
        assertThat(film.headers().duration()).isEqualTo(Duration.ofSeconds(4));
        assertThat(film.color(0)).isEqualTo(RED);
        assertThat(film.color(0.94)).isEqualTo(RED);
        assertThat(film.color(0.99)).isEqualTo(BLUE);
        assertThat(film.volume(0.1, 0.8, 400)).isGreaterThan(film.volume(0.1, 0.8, 2000) + 20);
        assertThat(film.volume(3.1, 0.8, 2000)).isGreaterThan(film.volume(3.1, 0.8, 400) + 20);
    }

    @Test
    void like_clips_without_sound_make_a_film_without_sound() {
        assertThat(merge(MergeRequests.of(silentRed, silentBlue)).copied()).isTrue();

        assertThat(film().headers().audio()).isNull();
        film().lasts(2);
    }

    @Test
    void a_clip_without_sound_is_silent_in_a_film_that_has_some() {
        Merged merged = merge(MergeRequests.of(silentRed, blue));

        assertThat(merged.copied()).as("the picture").isTrue();
        film().lasts(2);
        assertThat(film().volume(0.1, 0.8, 2000)).isLessThan(-60);
        assertThat(film().volume(1.1, 0.8, 2000)).isGreaterThan(-40);
    }

    @Test
    void clips_of_another_shape_get_bars() {
        Merged merged = merge(MergeRequests.of(red, tallBlue));

        assertThat(merged.copied()).isFalse();
        Seen film = film();
        film.lasts(2);
        assertThat(film.frames()).isEqualTo(48);
        assertThat(film.headers().frame()).hasToString("320x180");
        assertThat(film.color(0.5)).isEqualTo(RED);
        assertThat(film.color(1.5)).isEqualTo(BLUE);
        assertThat(film.color(1.5, "4:90")).isEqualTo(BLACK);
        assertThat(film.volume(1.1, 0.8, 2000)).isGreaterThan(-40);
    }

    @Test
    void or_lose_their_edges() {
        merge(MergeRequests.fitting(MergeRequests.of(red, tallBlue), Fit.CROP));

        assertThat(film().color(1.5, "4:90")).isEqualTo(BLUE);
    }

    @Test
    void clips_of_another_rate_or_codec_are_encoded_again() {
        Path ntsc = Shot.of("red").rate("30000/1001").in(samples, "ntsc.mp4");
        Path mpeg4 = Shot.of("blue").tone(0).encoder("-c:v mpeg4").in(samples, "mpeg4.mp4");

        assertThat(merge(MergeRequests.of(ntsc, mpeg4)).copied()).isFalse();
        film().lasts(2);
        assertThat(film().frames()).isEqualTo(60);
        assertThat(new Rate(30000, 1001)).isEqualTo(Rate.of(film().headers().video()));
    }

    @Test
    void one_clip_of_another_codec_is_encoded_again_too() throws Exception {
        Path mpeg4 = Shot.of("blue").encoder("-c:v mpeg4").in(samples, "mpeg4-alone.mp4");

        assertThat(merge(MergeRequests.of(mpeg4)).copied()).isFalse();
        film().lasts(1);
        Files.delete(target());
        assertThat(merge(MergeRequests.of(red)).copied()).isTrue();
        film().lasts(1);
    }

    @Test
    void a_turned_clip_stands_upright() throws Exception {
        Path turned = folder.resolve("turned.mp4");
        byte[] bytes = Files.readAllBytes(red);
        Files.write(turned, Turned.byQuarter(bytes));

        assertThat(new Seen(turned).headers().frame()).hasToString("180x320");
        assertThat(merge(MergeRequests.of(turned, red)).copied()).isFalse();
        assertThat(film().headers().frame()).hasToString("180x320");
    }

    @Test
    void a_crossfade_shortens_the_film_and_mixes_both() {
        Merged merged = merge(MergeRequests.crossfading(MergeRequests.of(red, blue, red), Duration.ofMillis(500)));

        assertThat(merged.copied()).isFalse();
        assertThat(merged.warnings()).isEmpty();
        Seen film = film();
        film.lasts(2);
        assertThat(film.frames()).isEqualTo(48);
        assertThat(film.color(0.1)).isEqualTo(RED);
        assertThat(film.color(0.75)).isEqualTo("half no half");
        assertThat(film.color(1.0)).isEqualTo(BLUE);
        assertThat(film.color(1.9)).isEqualTo(RED);
        assertThat(film.volume(0.65, 0.2, 400)).isGreaterThan(-40);
        assertThat(film.volume(0.65, 0.2, 2000)).isGreaterThan(-40);
    }

    @Test
    void a_crossfade_that_is_too_long_is_shortened_and_said() {
        Merged merged =
                merge(MergeRequests.crossfading(MergeRequests.of(silentRed, silentBlue), Duration.ofSeconds(3)));

        assertThat(merged.warnings())
                .containsExactly("the crossfade of 3.0 s was shortened to 0.5 s, half of the shortest clip");
        film().lasts(1.5);
    }

    @Test
    void picture_and_sound_fade_out_across_a_cut() {
        Merged merged = merge(MergeRequests.fadingOut(MergeRequests.of(red, red), Duration.ofMillis(1500)));

        assertThat(merged.copied()).isFalse();
        Seen film = film();
        film.lasts(2);
        assertThat(film.color(0.4)).isEqualTo(RED);
        assertThat(film.color(1.25)).isEqualTo("half no no");
        assertThat(film.color(1.95)).isEqualTo(BLACK);
        assertThat(film.volume(1.85, 0.15, 400)).isLessThan(film.volume(0.2, 0.15, 400) - 15);
    }

    @Test
    void a_hundred_clips_are_joined() {
        Path smallRed = Shot.of("red").size("64x36").tone(400).in(samples, "small-red.mp4");
        Path smallBlue = Shot.of("blue").size("64x36").tone(2000).in(samples, "small-blue.mp4");
        List<Clip> clips = IntStream.range(0, 100)
                .mapToObj(i -> new Clip("clip" + i, i % 2 == 0 ? smallRed : smallBlue))
                .toList();

        assertThat(merge(MergeRequests.of(clips)).copied()).isTrue();

        film().lasts(100);
        assertThat(film().frames()).isEqualTo(2400);
        assertThat(film().color(99.5)).isEqualTo(BLUE);
        assertThat(film().volume(99.2, 0.6, 2000)).isGreaterThan(-40);
    }

    @Test
    void many_clips_can_be_crossfaded_with_little_open_at_once() {
        Path small = Shot.of("red").size("64x36").seconds(0.5).in(samples, "small.mp4");
        List<Clip> clips = IntStream.range(0, 25)
                .mapToObj(i -> new Clip("clip" + i, small))
                .toList();

        merge(MergeRequests.crossfading(MergeRequests.of(clips), Duration.ofMillis(125)));

        film().lasts(25 * 0.5 - 24 * 0.125);
    }

    @Test
    void names_of_files_may_hold_anything() throws Exception {
        Path odd = Files.createDirectories(folder.resolve("it's a \"folder\" — ünïcödé %d"));
        Path one = Files.copy(red, odd.resolve("a 'clip', [1]; %02d.mp4"));
        Path two = Files.copy(tallBlue, odd.resolve("-i.mp4"));
        Path target = odd.resolve("fi'lm %d.mp4");
        FfmpegVideoEditor editor = new FfmpegVideoEditor(TestFfmpeg.get());

        assertThat(editor.merge(MergeRequests.of(one, one), target, x -> {}).copied())
                .isTrue();
        assertThat(new Seen(target).frames()).isEqualTo(48);
        Files.delete(target);
        editor.merge(MergeRequests.of(one, two), target, x -> {});
        editor.thumbnail(target, odd.resolve("thumb %03d.jpg"));

        assertThat(odd.resolve("thumb %03d.jpg")).isNotEmptyFile();
    }
}
