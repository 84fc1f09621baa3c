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
    private static Path picture;

    @BeforeAll
    static void shoot() {
        clip = Footage.Shot.of("red").in(samples, "clip.mp4");
        soundtrack = Footage.sound(samples, "sound.mp3", 2);
        picture = Pictures.of("red", "320x180", samples.resolve("picture.png"));
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
    protected Path picture() {
        return picture;
    }

    @Override
    protected Path soundtrack() {
        return soundtrack;
    }
}
