package dev.mvstudio.adapter.local.preview.video;

import dev.mvstudio.adapter.local.film.Ffmpeg;
import dev.mvstudio.adapter.local.preview.drawing.Colours;
import dev.mvstudio.adapter.local.preview.drawing.Dice;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Makes a clip: paints its layers, moves a camera over them, and lets FFmpeg encode what it sees. */
final class ClipRenderer {
    private final Ffmpeg ffmpeg;
    private final Duration deadline;

    /** @param deadline how long making one clip may take */
    ClipRenderer(Ffmpeg ffmpeg, Duration deadline) {
        this.ffmpeg = ffmpeg;
        this.deadline = deadline;
    }

    /** Who is interested in a rendering, and may end it. */
    interface Watch {
        /** Told 0.0–1.0 after every frame. */
        void progress(double share);

        /** Told once there is something to end when the rendering is to stop. */
        void onStop(Runnable end);

        boolean stopped();
    }

    /**
     * Writes a clip.
     *
     * @param reference a picture that it shall resemble
     * @param to the file to write, in a folder that also holds temporary files
     * @throws CancellationException when the watch stopped it
     * @throws dev.mvstudio.domain.film.MergeException EDITOR_MISSING when there is no FFmpeg
     */
    void render(Clip clip, @Nullable Path reference, Path to, Watch watch) throws IOException, InterruptedException {
        Path sound = clip.audio() ? Files.createTempFile(to.getParent(), ".part", ".wav") : null;
        try {
            Script script = script(clip);
            if (sound != null) {
                int samples = clip.frames() * (ClipFormat.SAMPLE_RATE / ClipFormat.RATE);
                MusicBed.write(sound, samples, script.sky().isDark(), dice(clip, "music"));
            }
            Film film = film(clip, script, reference);
            encode(clip, film, sound, to, watch);
        } finally {
            if (sound != null) {
                Files.deleteIfExists(sound);
            }
        }
    }

    private static Script script(Clip clip) {
        return Script.of(clip.prompt(), dice(clip, "script"), Dice.of(clip.seed(), Script.character(clip.prompt())));
    }

    /** Every part of a clip has dice of its own, so that a change in one leaves the others as they are. */
    private static Dice dice(Clip clip, String part) {
        return Dice.of(clip.seed(), clip.prompt(), part);
    }

    private static Film film(Clip clip, Script script, @Nullable Path reference) throws IOException {
        Stage stage = new Stage(clip.frame());
        Dice dice = dice(clip, "board");
        List<Layer> layers = reference == null
                ? SceneBoard.paint(stage, script, dice)
                : ReferenceBoard.paint(stage, script, ReferencePicture.read(reference), dice);
        Color accent = Colours.toned(script.traits().accent(), 0.6, 0.95);
        Layer caption = new Layer(Caption.draw(clip.frame(), clip.prompt(), accent), 0);
        return new Film(
                clip.frame(),
                CameraMove.of(clip.prompt(), stage, dice(clip, "camera")),
                layers,
                caption,
                new Drift(script.sky().air(), clip.length(), dice(clip, "air")));
    }

    private void encode(Clip clip, Film film, @Nullable Path sound, Path to, Watch watch)
            throws IOException, InterruptedException {
        int frames = clip.frames();
        ClipFormat format = new ClipFormat(clip.frame(), frames);
        try (FrameEncoder encoder = FrameEncoder.start(ffmpeg.program(), format, sound, to, deadline)) {
            watch.onStop(encoder::stop);
            for (int i = 0; i < frames; i++) {
                if (watch.stopped()) {
                    throw new CancellationException();
                }
                encoder.add(film.frame(i / (double) (frames - 1)));
                watch.progress((i + 1.0) / frames);
            }
            encoder.finish();
        }
    }
}
