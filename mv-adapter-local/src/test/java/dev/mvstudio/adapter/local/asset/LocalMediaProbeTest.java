package dev.mvstudio.adapter.local.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.adapter.local.film.Footage;
import dev.mvstudio.adapter.local.film.Footage.Shot;
import dev.mvstudio.adapter.local.film.TestFfmpeg;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.MediaProbe;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.testkit.asset.MediaProbeContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalMediaProbeTest extends MediaProbeContract {
    @TempDir
    static Path samples;

    private static final Map<MediaType, Path> ALL = new EnumMap<>(MediaType.class);

    private final LocalMediaProbe probe = new LocalMediaProbe(TestFfmpeg.get());

    @BeforeAll
    static void make() {
        ALL.put(MediaType.MP4, Shot.of("red").in(samples, "clip.mp4"));
        for (String picture : new String[] {"png", "jpg", "webp"}) {
            MediaType type = MediaType.ofExtension(picture).orElseThrow();
            ALL.put(type, Footage.picture(samples, "picture." + picture, "320x180"));
        }
        for (String sound : new String[] {"mp3", "wav", "m4a", "aac", "flac", "ogg"}) {
            ALL.put(MediaType.ofExtension(sound).orElseThrow(), Footage.sound(samples, "sound." + sound, 1));
        }
    }

    @Override
    protected MediaProbe probe() {
        return probe;
    }

    @Override
    protected Path sample(MediaType type) {
        return ALL.get(type);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private byte[] bytes(MediaType type) throws IOException {
        return Files.readAllBytes(sample(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PNG", "JPEG", "WEBP", "MP4"})
    void a_file_that_is_cut_off_anywhere_is_refused(MediaType type) throws IOException {
        byte[] whole = bytes(type);
        for (int i = 0; i < 60; i++) {
            assertRefused(file(Arrays.copyOf(whole, whole.length * i / 60)));
        }
        assertRefused(file(Arrays.copyOf(whole, whole.length - 2)));
    }

    @Test
    void a_png_of_a_million_megapixels_is_refused_by_its_header() throws IOException {
        assertThat(assertRefused(file(Pictures.pngHeader(1_000_000, 1_000_000))))
                .hasMessage("it is 1000000x1000000 pixels: at most 16384 a side and 40 megapixels are taken");
    }

    @ParameterizedTest
    @CsvSource({"6400, 6251", "16385, 1", "1, 16385", "0, 5", "2147483648, 2147483648"})
    void pictures_over_the_limits_are_refused(long width, long height) throws IOException {
        assertRefused(file(Pictures.pngHeader(width, height)));
        assertRefused(file(Pictures.jpegHeader((int) width & 0xffff, (int) height & 0xffff)));
    }

    @Test
    void a_bomb_within_the_limits_is_decoded_in_little_memory() throws IOException {
        long before = usedMemory();

        var info = probe.probe(file(Pictures.black(6000, 6000)));

        assertThat(info.frame()).isEqualTo(new FrameSize(6000, 6000));
        assertThat(usedMemory() - before).isLessThan(64 << 20);
    }

    private static long usedMemory() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void the_limits_can_be_set() {
        LocalMediaProbe strict = new LocalMediaProbe(TestFfmpeg.get(), new ImageLimits(1_000_000, 319));

        assertThatThrownBy(() -> strict.probe(sample(MediaType.PNG))).hasMessageContaining("at most 319 a side");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PNG", "JPEG", "WEBP"})
    void a_picture_that_is_something_else_as_well_is_refused(MediaType type) throws IOException {
        byte[] picture = bytes(type);
        byte[] script = "<script>alert(document.domain)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(picture, picture.length + script.length);
        System.arraycopy(script, 0, both, picture.length, script.length);

        assertThat(assertRefused(file(both))).hasMessageContaining("something else behind the picture");
    }

    @Test
    void a_picture_whose_content_is_noise_is_refused() throws IOException {
        byte[] noise = new byte[1000];
        new Random(1).nextBytes(noise);

        assertRefused(file(Pictures.png(100, 100, noise)));
    }

    @Test
    void a_progressive_and_a_grey_jpeg_are_fine() throws IOException {
        assertThat(probe.probe(file(Pictures.progressiveJpeg(50, 40))).frame()).isEqualTo(new FrameSize(50, 40));
    }

    @ParameterizedTest
    @CsvSource({
        "<html></html>, an HTML or XML page",
        "<svg/>, an SVG drawing",
        "GIF89a, a GIF",
        "BM12345, a BMP",
        "%PDF-1.7, a PDF",
        "____ftypqt  ____, a QuickTime film",
        "____ftypheic____, a HEIC or AVIF picture",
    })
    void a_refusal_says_what_it_is_and_what_to_use(String text, String guess) throws IOException {
        assertThat(assertRefused(file(text.getBytes(StandardCharsets.UTF_8))))
                .hasMessage("it is " + guess + ", which is not supported: use a PNG, JPEG or WebP picture, an MP4 film,"
                        + " or MP3, WAV, M4A, AAC, FLAC or OGG");
    }

    @Test
    void a_clip_without_sound_says_so() {
        Path silent = Shot.of("red").tone(0).seconds(2).rate("25").in(samples, "silent.mp4");

        var info = probe.probe(silent);

        assertThat(info.hasAudio()).isFalse();
        assertThat(info.duration()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_clip_with_its_table_in_front_or_in_fragments_is_read_as_well() {
        String encoder = "-c:v libx264 -g 6 -pix_fmt yuv420p -movflags ";
        for (String flags : new String[] {"+faststart", "frag_keyframe+empty_moov"}) {
            var info =
                    probe.probe(Shot.of("red").tone(0).encoder(encoder + flags).in(samples, "flags" + flags + ".mp4"));

            assertThat(info.frame()).as(flags).isEqualTo(new FrameSize(320, 180));
            assertThat(info.duration()).as(flags).isBetween(Duration.ofMillis(950), Duration.ofMillis(1050));
        }
    }

    @Test
    void a_clip_whose_pictures_were_overwritten_is_refused() throws IOException {
        byte[] clip = bytes(MediaType.MP4);
        String text = new String(clip, StandardCharsets.ISO_8859_1);
        Arrays.fill(clip, text.indexOf("mdat") + 4, text.indexOf("mdat") + 400, (byte) '<');

        assertThat(assertRefused(file(clip))).hasMessageContaining("damaged");
    }
}
