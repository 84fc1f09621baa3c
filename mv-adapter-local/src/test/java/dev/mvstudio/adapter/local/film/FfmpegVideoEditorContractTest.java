package dev.mvstudio.adapter.local.film;

import dev.mvstudio.domain.film.VideoEditor;
import dev.mvstudio.testkit.film.VideoEditorContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class FfmpegVideoEditorContractTest extends VideoEditorContract {
    @TempDir
    static Path samples;

    private static Path clip;
    private static Path soundtrack;

    @BeforeAll
    static void shoot() {
        clip = Footage.Shot.of("red").in(samples, "clip.mp4");
        soundtrack = Footage.sound(samples, "sound.mp3", 2);
    }

    @Override
    protected VideoEditor editor() {
        return new FfmpegVideoEditor(TestFfmpeg.get());
    }

    @Override
    protected Path clip() {
        return clip;
    }

    @Override
    protected Path soundtrack() {
        return soundtrack;
    }
}
