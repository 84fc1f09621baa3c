package dev.mvstudio.adapter.local.film;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.film.Slide;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlidesTest {
    @TempDir
    private Path folder;

    private final FfmpegVideoEditor editor = new FfmpegVideoEditor(TestFfmpeg.get());

    private Slide slide(String color, String file, long millis) {
        return new Slide(color, Pictures.of(color, "320x180", folder.resolve(file)), Duration.ofMillis(millis));
    }

    @Test
    void each_picture_is_shown_for_its_time() {
        Path film = folder.resolve("film.mp4");

        editor.slideshow(
                List.of(slide("red", "a.png", 1_000), slide("blue", "b.jpg", 500), slide("lime", "c.webp", 2_500)),
                new FrameSize(321, 180),
                film,
                x -> {});

        Seen seen = new Seen(film);
        seen.isProper();
        seen.lasts(4);
        assertThat(seen.frames()).isEqualTo(100);
        assertThat(seen.color(0.5)).isEqualTo("full no no");
        assertThat(seen.color(1.2)).isEqualTo("no no full");
        assertThat(seen.color(1.6)).isEqualTo("no full no");
        assertThat(seen.color(3.9)).isEqualTo("no full no");
    }

    @Test
    void short_times_do_not_add_up_to_more_than_there_is() {
        Path film = folder.resolve("film.mp4");
        Slide short1 = slide("red", "a.png", 50);

        editor.slideshow(Collections.nCopies(30, short1), new FrameSize(64, 36), film, x -> {});

        assertThat(new Seen(film).frames()).isEqualTo(38);
    }

    @Test
    void two_hundred_pictures_fit_on_a_sheet() throws IOException {
        Path sheet = folder.resolve("sheet.jpg");
        List<Slide> slides = new ArrayList<>(Collections.nCopies(199, slide("red", "a.png", 1)));
        slides.add(slide("blue", "b.png", 1));

        editor.contactSheet(slides, new FrameSize(64, 36), sheet);

        BufferedImage image = ImageIO.read(sheet.toFile());
        assertThat(image.getWidth()).isEqualTo(15 * 64 + 14 * 4 + 2 * 4);
        assertThat(image.getHeight()).isEqualTo(14 * 36 + 13 * 4 + 2 * 4);
        assertThat(image.getRGB(30, 20) >> 16 & 0xff).isGreaterThan(200);
        assertThat(image.getRGB(4 + 4 * 68 + 30, 4 + 13 * 40 + 18) & 0xff).isGreaterThan(200);
        assertThat(image.getRGB(4 + 8 * 68 + 30, 4 + 13 * 40 + 18) & 0xffffff).isLessThan(0x202020);
    }

    @Test
    void a_picture_is_as_large_in_another_format() throws IOException {
        Path jpeg = folder.resolve("b.jpg");

        editor.convert(slide("red", "a.png", 1).picture(), jpeg, ImageFormat.JPEG);

        BufferedImage image = ImageIO.read(jpeg.toFile());
        assertThat(image.getWidth()).isEqualTo(320);
        assertThat(image.getRGB(100, 100) >> 16 & 0xff).isGreaterThan(200);
    }
}
