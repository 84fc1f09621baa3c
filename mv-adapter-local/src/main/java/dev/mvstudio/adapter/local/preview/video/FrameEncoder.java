package dev.mvstudio.adapter.local.preview.video;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An FFmpeg that is fed with frames. It ends when its input ends, so none outlives this JVM; closing it early stops it.
 * Nothing that a caller wrote stands on its command line.
 */
final class FrameEncoder implements AutoCloseable {
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "HOME", "LANG", "LD_LIBRARY_PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot");
    private static final int LAST_WORDS = 600;

    private final Process process;
    private final OutputStream frames;
    private final Path log;
    private volatile boolean late;

    private FrameEncoder(Process process, Path log) {
        this.process = process;
        this.frames = process.getOutputStream();
        this.log = log;
    }

    /**
     * Starts one.
     *
     * @param sound a WAV file; null for a clip without sound
     * @param deadline after which it is stopped
     */
    static FrameEncoder start(Path program, ClipFormat format, @Nullable Path sound, Path to, Duration deadline)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(format.arguments(sound, to));
        Path log = Files.createTempFile(to.getParent(), ".part", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(log.toFile());
        builder.environment().keySet().retainAll(ENVIRONMENT);
        FrameEncoder encoder = new FrameEncoder(builder.start(), log);
        encoder.stopAfter(deadline);
        return encoder;
    }

    private void stopAfter(Duration deadline) {
        process.onExit().orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS).exceptionally(timeout -> {
            late = true;
            stop();
            return process;
        });
    }

    /** Ends it now; whoever feeds it gets an exception. */
    void stop() {
        process.destroyForcibly();
    }

    void add(byte[] frame) throws IOException {
        try {
            frames.write(frame);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Waits until the file is whole. */
    void finish() throws IOException, InterruptedException {
        try {
            frames.close();
        } catch (IOException e) {
            throw failed(e);
        }
        if (process.waitFor() != 0) {
            throw failed(null);
        }
    }

    private IOException failed(@Nullable Throwable cause) throws IOException {
        if (late) {
            return new IOException("FFmpeg did not finish in time and was stopped", cause);
        }
        String said = Files.readString(log, StandardCharsets.ISO_8859_1).strip();
        return new IOException("FFmpeg failed: " + said.substring(Math.max(0, said.length() - LAST_WORDS)), cause);
    }

    @Override
    public void close() throws IOException {
        stop();
        Files.deleteIfExists(log);
    }
}
