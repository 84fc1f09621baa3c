package dev.mvstudio.adapter.local.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The real FFmpeg, unpacked once for all tests. */
public final class TestFfmpeg {
    static final Path CACHE = Path.of("target", "ffmpeg").toAbsolutePath();
    private static final Ffmpeg FFMPEG = new Ffmpeg(null, CACHE, Duration.ofSeconds(60));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private TestFfmpeg() {}

    public static Ffmpeg get() {
        return FFMPEG;
    }

    static void awaitFile(Path file) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(file).exists();
    }

    /** The kernel takes a moment to bury an orphan. */
    static void awaitGone(Path pidFile) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Scripts.isAlive(pidFile) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(Scripts.isAlive(pidFile)).as("process of " + pidFile).isFalse();
    }
}
