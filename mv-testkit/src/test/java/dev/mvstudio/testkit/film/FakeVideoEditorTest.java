package dev.mvstudio.testkit.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.film.VideoEditor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeVideoEditorTest extends VideoEditorContract {
    @TempDir
    static Path samples;

    private final FakeVideoEditor editor = new FakeVideoEditor();

    @Override
    protected VideoEditor editor() {
        return editor;
    }

    @Override
    protected Path clip() {
        return sample("clip.mp4", "\0\0\0\24ftypisom\0\0\0\0isom");
    }

    @Override
    protected Path soundtrack() {
        return sample("sound.mp3", "ID3 and so on");
    }

    @Override
    protected Path picture() {
        return sample("picture.png", "\u0089PNG\r\n\u001a\n");
    }

    private static Path sample(String name, String text) {
        try {
            return Files.writeString(samples.resolve(name), text, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void fails_when_told_to_and_remembers_what_it_was_asked() {
        editor.failWith(new MergeException(MergeException.Fault.TIMEOUT, "too slow"));

        assertThatThrownBy(() -> editor.merge(MergeRequests.of(clip()), folder.resolve("film.mp4"), x -> {}))
                .hasMessage("too slow");
        assertThat(editor.requests()).hasSize(1);
    }
}
