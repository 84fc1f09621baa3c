package dev.mvstudio.adapter.local.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.domain.film.MergeException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs on the PATH are shell scripts")
class FfmpegBinaryTest {
    @TempDir
    Path folder;

    @Test
    void the_program_that_was_asked_for_wins() {
        Path wished = Scripts.ffmpeg(folder.resolve("wished"), "");
        Path onPath = Scripts.ffmpeg(folder.resolve("bin"), "");

        assertThat(new FfmpegBinary(wished, onPath.getParent().toString(), Optional::empty).path())
                .isEqualTo(wished);
    }

    @Test
    void a_wish_that_does_not_run_is_an_error_that_names_the_setting() {
        String path = Scripts.ffmpeg(folder.resolve("bin"), "").getParent().toString();
        Path wished = folder.resolve("typo");

        MergeException e = catchThrowableOfType(
                MergeException.class, () -> new FfmpegBinary(wished, path, Optional::empty).path());

        assertThat(e.fault()).isEqualTo(MergeException.Fault.EDITOR_MISSING);
        assertThat(e).hasMessageContaining("MV_FFMPEG").hasMessageContaining("typo");
        assertThat(e.getMessage()).doesNotContain(folder.toString());
    }

    @Test
    void one_on_the_path_is_taken_when_it_can_encode() throws IOException {
        Path without = Files.createDirectories(folder.resolve("lgpl")).resolve("ffmpeg");
        Files.writeString(without, "#!/bin/sh\necho none\n");
        assertThat(without.toFile().setExecutable(true)).isTrue();
        Path with = Scripts.ffmpeg(folder.resolve("gpl"), "");
        String path = "" + File.pathSeparatorChar + folder.resolve("gone") + File.pathSeparatorChar
                + without.getParent() + File.pathSeparatorChar + with.getParent();

        assertThat(new FfmpegBinary(null, path, Optional::empty).path()).isEqualTo(with);
    }

    @Test
    void the_bundled_one_is_the_last_resort() {
        Path bundled = Scripts.ffmpeg(folder.resolve("bundled"), "");

        assertThat(new FfmpegBinary(null, "", () -> Optional.of(bundled)).path())
                .isEqualTo(bundled);
    }

    @Test
    void without_any_the_message_says_what_to_do_and_the_next_call_looks_again() {
        Path later = folder.resolve("bin");
        FfmpegBinary binary = new FfmpegBinary(null, later.toString(), Optional::empty);

        assertThatThrownBy(binary::path)
                .isInstanceOfSatisfying(
                        MergeException.class, e -> assertThat(e.fault()).isEqualTo(MergeException.Fault.EDITOR_MISSING))
                .hasMessage(
                        "There is no FFmpeg: install FFmpeg with libx264, or set MV_FFMPEG to the path of its program.");

        Path installed = Scripts.ffmpeg(later, "");
        assertThat(binary.path()).isEqualTo(installed);
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_with_the_remedy() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new FfmpegBinary(null, "", BundledFfmpeg.ofThisMachine(file)::unpack).path())
                .isInstanceOf(MergeException.class)
                .hasMessageContaining("could not be unpacked")
                .hasMessageContaining("MV_FFMPEG")
                .hasMessageNotContaining(folder.toString());
    }

    @Test
    void many_unpack_it_at_once_and_it_runs() throws IOException {
        Path cache = folder.resolve("cache");

        var programs = IntStream.range(0, 3)
                .parallel()
                .mapToObj(i -> new FfmpegBinary(null, "", BundledFfmpeg.ofThisMachine(cache)::unpack).path())
                .distinct()
                .toList();

        assertThat(programs).hasSize(1);
        try (var files = Files.list(cache)) {
            assertThat(files).containsExactly(programs.get(0));
        }
    }

    @Test
    void a_damaged_copy_is_replaced_before_it_runs() throws IOException {
        BundledFfmpeg bundled = BundledFfmpeg.ofThisMachine(folder);
        Path program = bundled.unpack().orElseThrow();
        byte[] whole = Files.readAllBytes(program);
        Files.write(program, java.util.Arrays.copyOf(whole, whole.length / 2));

        bundled.unpack();
        assertThat(Files.size(program)).isEqualTo(whole.length);

        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        Files.write(program, flipped);
        bundled.unpack();
        assertThat(Files.mismatch(program, Files.write(folder.resolve("whole"), whole)))
                .isEqualTo(-1);
    }
}
