package dev.mvstudio.testkit.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.InvalidMediaException;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaProbe;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.MediaType.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link MediaProbe} must keep to. */
public abstract class MediaProbeContract {
    @TempDir
    protected Path folder;

    protected abstract MediaProbe probe();

    /** A file of this format that is right: pictures of 320x180, sound of one second, film of both. */
    protected abstract Path sample(MediaType type);

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"JSON", "MARKDOWN"})
    void a_file_is_what_its_content_says_whatever_its_name(MediaType type) throws IOException {
        Path nameless = Files.copy(sample(type), folder.resolve("part"));
        Path misnamed = Files.copy(sample(type), folder.resolve(type == MediaType.PNG ? "a.jpg" : "a.png"));

        assertThat(Stream.of(nameless, misnamed).map(probe()::probe).map(MediaInfo::type))
                .containsOnly(type);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"JSON", "MARKDOWN"})
    void its_size_length_and_sound_are_told(MediaType type) {
        MediaInfo info = probe().probe(sample(type));

        if (type.family() == Family.AUDIO) {
            assertThat(info.frame()).isNull();
        } else {
            assertThat(info.frame()).isEqualTo(new FrameSize(320, 180));
        }
        if (type.family() == Family.IMAGE) {
            assertThat(info.duration()).isNull();
        } else {
            assertThat(info.duration()).isBetween(Duration.ofMillis(950), Duration.ofMillis(1100));
        }
        assertThat(info.hasAudio()).isEqualTo(type.family() != Family.IMAGE);
    }

    @ParameterizedTest
    @EnumSource(names = {"MP4", "PNG", "JPEG", "WEBP", "M4A", "WAV"})
    void half_a_file_is_refused(MediaType type) throws IOException {
        byte[] whole = Files.readAllBytes(sample(type));
        Path half = Files.write(folder.resolve("half"), Arrays.copyOf(whole, whole.length / 2));

        assertRefused(half);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><script>alert(1)</script></svg>",
                "<?xml version='1.0'?><svg/>",
                "{\"error\": \"not found\"}",
                "GIF89a",
                "%PDF-1.7",
                "#EXTM3U\n/etc/passwd\n",
                "RIFF",
                "ID3",
            })
    void what_is_no_media_is_refused(String text) throws IOException {
        assertRefused(Files.writeString(folder.resolve("clip.mp4"), text));
    }

    @Test
    void a_missing_file_is_refused() {
        assertRefused(folder.resolve("gone.png"));
    }

    @Test
    void looking_changes_nothing() throws IOException {
        Path file = Files.copy(sample(MediaType.PNG), folder.resolve("picture.png"));
        byte[] before = Files.readAllBytes(file);

        assertThatCode(() -> probe().probe(file)).doesNotThrowAnyException();

        assertThat(file).hasBinaryContent(before);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    /** With a reason, and without the path. */
    protected final InvalidMediaException assertRefused(Path file) {
        InvalidMediaException e = catchThrowableOfType(InvalidMediaException.class, () -> probe().probe(file));
        assertThat(e).as("refusal of " + file.getFileName()).isNotNull();
        assertThat(e.getMessage()).startsWith("it ").doesNotContain(folder.toString());
        return e;
    }
}
