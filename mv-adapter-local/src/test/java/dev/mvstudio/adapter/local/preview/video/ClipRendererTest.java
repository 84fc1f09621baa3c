package dev.mvstudio.adapter.local.preview.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.adapter.local.film.TestFfmpeg;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClipRendererTest {
    @TempDir
    Path folder;

    private final ClipRenderer renderer = new ClipRenderer(TestFfmpeg.get(), Duration.ofMinutes(2));

    private Footage rendered(Requests request) throws Exception {
        return rendered(request, null);
    }

    private Footage rendered(Requests request, @Nullable Path reference) throws Exception {
        Clip clip = Clip.of(request.build());
        Path file = Files.createTempFile(folder, "clip", ".mp4");
        renderer.render(clip, reference, file, new Rendering("key"));
        return new Footage(file, clip.frame().width(), clip.frame().height());
    }

    private static byte[] bytes(Footage footage) throws IOException {
        return Files.readAllBytes(footage.file());
    }

    @Test
    void a_clip_is_h264_with_aac_and_starts_fast() throws Exception {
        Footage clip = rendered(Requests.small().withAudio().seconds(2));

        assertThat(clip.streams()).hasSize(2);
        assertThat(clip.streams().get(0)).contains("h264 (High)", "yuv420p", "256x144", "24 fps");
        assertThat(clip.streams().get(1)).contains("aac (LC)", "48000 Hz", "stereo");
        assertThat(clip.frames()).isEqualTo(48);
        assertThat(clip.startsFast()).isTrue();
    }

    @Test
    void without_audio_there_is_no_sound_track() throws Exception {
        assertThat(rendered(Requests.small()).streams()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "16:9,256x144",
        "9:16,144x256",
        "1:1,144x144",
        "4:3,192x144",
        "3:4,144x192",
        "3:2,216x144",
        "2:3,144x216",
        "21:9,336x144",
        "4:5,144x180",
        "5:4,180x144",
        "99:10,1426x144"
    })
    void every_shape_can_be_asked_for(String ratio, String size) throws Exception {
        Footage clip = rendered(Requests.small().ratio(ratio));

        assertThat(clip.streams().get(0)).contains(size);
        assertThat(clip.frames()).isEqualTo(24);
    }

    @Test
    void a_minute_has_exactly_its_frames() throws Exception {
        assertThat(rendered(Requests.small().seconds(60).lines(120)).frames()).isEqualTo(1440);
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_one_another_clip() throws Exception {
        Requests seeded = Requests.small().withAudio().seed(5L);

        assertThat(bytes(rendered(seeded))).isEqualTo(bytes(rendered(seeded)));
        assertThat(difference(seeded, seeded.seed(6L))).isGreaterThan(1);
    }

    @Test
    void without_a_seed_the_prompt_decides_and_zero_is_a_seed() throws Exception {
        Requests unseeded = Requests.small();

        assertThat(bytes(rendered(unseeded))).isEqualTo(bytes(rendered(unseeded)));
        assertThat(difference(unseeded, unseeded.seed(0L))).isGreaterThan(1);
    }

    private double difference(Requests one, Requests other) throws Exception {
        return Footage.difference(rendered(one).frame(0), rendered(other).frame(0));
    }

    @Test
    void the_camera_moves() throws Exception {
        Footage clip = rendered(Requests.small());

        assertThat(Footage.difference(clip.frame(0), clip.frame(23))).isGreaterThan(1);
    }

    @Test
    void the_caption_can_be_read_in_the_lower_third() throws Exception {
        String quiet = "At night in the desert";
        byte[] without =
                rendered(Requests.small().lines(240).prompt(quiet + ".")).frame(12);
        byte[] with = rendered(Requests.small().lines(240).prompt(quiet + " where nobody ever was and all is calm."))
                .frame(12);

        assertThat(Footage.contrast(with, 426, 205, 225)).isGreaterThan(300);
        assertThat(Footage.contrast(with, 426, 205, 225)).isGreaterThan(Footage.contrast(without, 426, 205, 225));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🐉 龍 метель. שלום مرحبا",
                "100% {braces} \"quotes\" 'single' $1 \\ : ; %s ,[a]",
                "\ud800 lone",
                "a\u0000b\tc\nd",
                " ",
                "-vf /etc/passwd"
            })
    void any_text_can_be_a_prompt(String prompt) throws Exception {
        assertThat(rendered(Requests.small().prompt(prompt)).frames()).isEqualTo(24);
    }

    @Test
    void a_very_long_prompt_takes_three_lines() throws Exception {
        assertThat(rendered(Requests.small().prompt("many words ".repeat(500))).frames())
                .isEqualTo(24);
        assertThat(rendered(Requests.small().prompt("x".repeat(5000))).frames()).isEqualTo(24);
    }

    @Test
    void a_reference_image_is_seen() throws Exception {
        Path white = picture(300, 500, Color.WHITE);
        Path black = picture(300, 500, Color.BLACK);

        byte[] bright = rendered(Requests.small(), white).frame(0);
        byte[] dark = rendered(Requests.small(), black).frame(0);

        assertThat(Footage.difference(bright, dark)).isGreaterThan(20);
    }

    @Test
    void the_same_reference_looks_different_in_different_scenes() throws Exception {
        Path face = picture(64, 64, Color.LIGHT_GRAY);
        byte[] night =
                rendered(Requests.small().prompt("A city at night"), face).frame(0);
        byte[] day = rendered(Requests.small().prompt("A beach in the morning"), face)
                .frame(0);

        assertThat(Footage.difference(night, day)).isGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at dawn", "at noon", "in the rain", "at sunset", "after dark, neon signs", "at night"})
    void a_red_reference_stays_red_at_any_hour(String hour) throws Exception {
        Footage clip = rendered(Requests.small().prompt("A city street " + hour), picture(64, 64, Color.RED));

        Color middle = clip.colour(12, clip.width() / 2, clip.height() / 4);

        assertThat(middle.getRed()).isGreaterThan(2 * Math.max(middle.getGreen(), middle.getBlue()));
    }

    private Path picture(int width, int height, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        Path file = Files.createTempFile(folder, "picture", ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void the_sound_is_quiet_and_does_not_click() throws Exception {
        byte[] sound = rendered(Requests.small().withAudio().seconds(3)).sound();
        int last = sound.length / 4 - 1;

        assertThat(peak(sound, 0, last)).isBetween(3000, 16000);
        assertThat(peak(sound, 0, 48)).isLessThan(200);
        assertThat(peak(sound, 3 * 48_000 - 48, 3 * 48_000)).isLessThan(200);
    }

    private static int peak(byte[] sound, int from, int to) {
        int peak = 0;
        for (int i = from; i < Math.min(to, sound.length / 4); i++) {
            peak = Math.max(peak, Math.abs((short) ((sound[4 * i] & 0xff) | (sound[4 * i + 1] << 8))));
        }
        return peak;
    }

    @Test
    void clips_can_be_joined_without_encoding_them_again() throws Exception {
        Footage one = rendered(Requests.small().withAudio().seed(1L));
        Footage two = rendered(Requests.small().withAudio().seed(2L).prompt("Snow falls on the mountains"));
        Path list = Files.write(
                folder.resolve("list.txt"), List.of("file '" + one.file() + "'", "file '" + two.file() + "'"));
        Path joined = folder.resolve("joined.mp4");

        TestFfmpeg.get()
                .run(
                        List.of("-f", "concat", "-safe", "0", "-i", list.toString(), "-c", "copy", joined.toString()),
                        null,
                        progress -> {});

        Footage film = new Footage(joined, one.width(), one.height());
        assertThat(film.frames()).isEqualTo(48);
        assertThat(Footage.difference(film.frame(24), two.frame(0))).isZero();
    }

    @Test
    void nothing_but_the_clip_is_left() throws Exception {
        Footage clip = rendered(Requests.small().withAudio());

        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(clip.file()));
    }
}
