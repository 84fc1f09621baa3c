package dev.mvstudio.testkit.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.film.ClipAudio;
import dev.mvstudio.domain.film.FilmLength;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.film.MergeException.Fault;
import dev.mvstudio.domain.film.MergeRequest;
import dev.mvstudio.domain.film.Merged;
import dev.mvstudio.domain.film.Slide;
import dev.mvstudio.domain.film.VideoEditor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link VideoEditor} must keep to. */
public abstract class VideoEditorContract {
    @TempDir
    protected Path folder;

    protected abstract VideoEditor editor();

    /** A clip that is right, the same one every time. */
    protected abstract Path clip();

    /** A sound file that is right and as long as the clip or longer. */
    protected abstract Path soundtrack();

    /** A picture that is right, the same one every time. */
    protected abstract Path picture();

    private Path target() {
        return folder.resolve("film.mp4");
    }

    @Test
    void two_clips_become_one_film() {
        Merged merged = editor().merge(MergeRequests.of(clip(), clip()), target(), x -> {});

        assertThat(merged.copied()).isTrue();
        assertThat(merged.warnings()).isEmpty();
        assertThat(target()).isNotEmptyFile();
    }

    @Test
    void one_clip_is_a_film_too() {
        editor().merge(MergeRequests.of(clip()), target(), x -> {});

        assertThat(target()).isNotEmptyFile();
    }

    @Test
    void progress_grows_from_0_to_1() {
        List<Double> told = new ArrayList<>();

        editor().merge(MergeRequests.of(clip(), clip()), target(), told::add);

        assertThat(told).isSorted().allMatch(x -> x >= 0 && x <= 1).endsWith(1.0);
    }

    @Test
    void nothing_is_left_but_the_film() throws IOException {
        editor().merge(MergeRequests.of(clip(), clip()), target(), x -> {});

        assertThat(files()).containsExactly(target());
    }

    @Test
    void a_missing_clip_is_named_and_nothing_is_written() throws IOException {
        MergeException e = refused(MergeRequests.of(clip(), folder.resolve("gone.mp4")));

        assertThat(e.fault()).isEqualTo(Fault.INVALID_CLIP);
        assertThat(e).hasMessageContaining("two");
        assertNothingTold(e);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_clip_that_is_none_is_named_and_nothing_is_written() throws IOException {
        Path page = Files.writeString(folder.resolve("clip.mp4"), "<html>502 Bad Gateway</html>");

        MergeException e = refused(MergeRequests.of(page, clip()));

        assertThat(e.fault()).isEqualTo(Fault.INVALID_CLIP);
        assertThat(e).hasMessageContaining("one");
        assertNothingTold(e);
        assertThat(files()).containsExactly(page);
    }

    @Test
    void an_empty_clip_is_named() throws IOException {
        MergeException e = refused(MergeRequests.of(clip(), clip(), Files.createFile(folder.resolve("empty.mp4"))));

        assertThat(e.fault()).isEqualTo(Fault.INVALID_CLIP);
        assertThat(e).hasMessageContaining("three");
    }

    @Test
    void a_missing_soundtrack_is_told() throws IOException {
        MergeException e = refused(MergeRequests.with(
                MergeRequests.of(clip()), folder.resolve("gone.mp3"), ClipAudio.MUTE, FilmLength.VIDEO));

        assertThat(e.fault()).isEqualTo(Fault.INVALID_CLIP);
        assertThat(e).hasMessageContaining("soundtrack");
        assertNothingTold(e);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_soundtrack_can_be_laid_under() {
        editor().merge(
                        MergeRequests.with(MergeRequests.of(clip()), soundtrack(), ClipAudio.MUTE, FilmLength.VIDEO),
                        target(),
                        x -> {});

        assertThat(target()).isNotEmptyFile();
    }

    @Test
    void a_thumbnail_is_a_jpeg() throws IOException {
        Path picture = folder.resolve("thumbnail.jpg");

        editor().thumbnail(clip(), picture);

        assertThat(Files.readAllBytes(picture)).startsWith(0xff, 0xd8, 0xff);
        assertThat(files()).containsExactly(picture);
    }

    @Test
    void no_thumbnail_of_what_is_no_video() throws IOException {
        Path page = Files.writeString(folder.resolve("clip.mp4"), "<html>502 Bad Gateway</html>");

        MergeException e = catchThrowableOfType(
                MergeException.class, () -> editor().thumbnail(page, folder.resolve("thumbnail.jpg")));

        assertThat(e.fault()).isEqualTo(Fault.INVALID_CLIP);
        assertNothingTold(e);
        assertThat(files()).containsExactly(page);
    }

    private List<Slide> slides(Path... pictures) {
        List<Slide> slides = new ArrayList<>();
        for (Path picture : pictures) {
            slides.add(new Slide("scene " + (slides.size() + 1), picture, Duration.ofMillis(500)));
        }
        return slides;
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void a_picture_becomes_one_of_another_format(ImageFormat format) throws IOException {
        Path target = folder.resolve("picture." + format.mediaType().extension());

        editor().convert(picture(), target, format);

        assertThat(new String(Files.readAllBytes(target), StandardCharsets.ISO_8859_1))
                .startsWith(
                        switch (format) {
                            case PNG -> "\u0089PNG";
                            case JPEG -> "\u00ff\u00d8\u00ff";
                            case WEBP -> "RIFF";
                        });
        assertThat(files()).containsExactly(target);
    }

    @Test
    void what_is_no_picture_is_not_converted() throws IOException {
        Path page = Files.writeString(folder.resolve("picture.png"), "<html>502 Bad Gateway</html>");

        MergeException e = catchThrowableOfType(
                MergeException.class, () -> editor().convert(page, folder.resolve("other.jpg"), ImageFormat.JPEG));

        assertThat(e.fault()).isEqualTo(Fault.INVALID_CLIP);
        assertNothingTold(e);
        assertThat(files()).containsExactly(page);
    }

    @Test
    void pictures_are_laid_out_on_a_jpeg() throws IOException {
        Path sheet = folder.resolve("sheet.jpg");

        editor().contactSheet(slides(picture(), picture(), picture()), new FrameSize(160, 90), sheet);

        assertThat(Files.readAllBytes(sheet)).startsWith(0xff, 0xd8, 0xff);
        assertThat(files()).containsExactly(sheet);
    }

    @Test
    void pictures_are_shown_one_after_the_other() throws IOException {
        List<Double> told = new ArrayList<>();

        editor().slideshow(slides(picture(), picture()), new FrameSize(160, 90), target(), told::add);

        assertThat(told).isSorted().allMatch(x -> x >= 0 && x <= 1).endsWith(1.0);
        assertThat(files()).containsExactly(target());
    }

    @Test
    void a_picture_that_is_none_is_named_and_nothing_is_written() throws IOException {
        Path page = Files.writeString(folder.resolve("page.png"), "<html>502 Bad Gateway</html>");
        List<Slide> slides = slides(picture(), page);

        MergeException sheet = catchThrowableOfType(
                MergeException.class,
                () -> editor().contactSheet(slides, new FrameSize(160, 90), folder.resolve("sheet.jpg")));
        MergeException film = catchThrowableOfType(
                MergeException.class, () -> editor().slideshow(slides, new FrameSize(160, 90), target(), x -> {}));

        assertThat(List.of(sheet, film)).allSatisfy(e -> {
            assertThat(e.fault()).isEqualTo(Fault.INVALID_CLIP);
            assertThat(e).hasMessageContaining("scene 2");
            assertNothingTold(e);
        });
        assertThat(files()).containsExactly(page);
    }

    private MergeException refused(MergeRequest request) {
        return catchThrowableOfType(MergeException.class, () -> editor().merge(request, target(), x -> {}));
    }

    private void assertNothingTold(MergeException e) {
        assertThat(e.getMessage()).doesNotContain(folder.toString());
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
