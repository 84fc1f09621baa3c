package dev.mvstudio.adapter.local.film;

import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.film.MergeException.Fault;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the program once: the one asked for, else the PATH's, else the bundled one. Not finding it is not kept. */
final class FfmpegBinary {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String WHAT_TO_DO = "install FFmpeg with libx264, or set MV_FFMPEG to the path of its program";

    private final @Nullable Path wished;
    private final String searchPath;
    private final Bundled bundled;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Path found;

    /** The program that was shipped along; empty when there is none for this machine. */
    @FunctionalInterface
    interface Bundled {
        Optional<Path> unpack() throws IOException;
    }

    FfmpegBinary(@Nullable Path wished, Path cacheDir) {
        this(
                wished,
                Optional.ofNullable(System.getenv("PATH")).orElse(""),
                BundledFfmpeg.ofThisMachine(cacheDir)::unpack);
    }

    FfmpegBinary(@Nullable Path wished, String searchPath, Bundled bundled) {
        this.wished = wished;
        this.searchPath = searchPath;
        this.bundled = bundled;
    }

    /** Throws a {@link MergeException} that says what to do when there is none. */
    Path path() {
        Path known = found;
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            Path now = found == null ? find() : found;
            found = now;
            return now;
        } finally {
            lock.unlock();
        }
    }

    private Path find() {
        if (wished == null) {
            return onPath().or(this::unpacked).orElseThrow(() -> missing("There is no FFmpeg: " + WHAT_TO_DO + "."));
        }
        if (!answers(wished, "-version", "")) {
            throw missing("MV_FFMPEG names a program that does not run as FFmpeg (" + wished.getFileName()
                    + "): correct it, or leave it out to use the one that is installed or bundled.");
        }
        return wished;
    }

    private Optional<Path> onPath() {
        String name = Path.of("ffmpeg" + BundledFfmpeg.SUFFIX).toString();
        return Stream.of(searchPath.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> in(folder, name))
                .filter(Files::isExecutable)
                .filter(program -> answers(program, "-encoders", " libx264 "))
                .findFirst();
    }

    private static Stream<Path> in(String folder, String name) {
        try {
            return Stream.of(Path.of(folder, name).toAbsolutePath());
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    private Optional<Path> unpacked() {
        try {
            Optional<Path> program = bundled.unpack();
            if (program.isPresent() && !answers(program.get(), "-version", "")) {
                throw missing("The bundled FFmpeg does not run here: " + WHAT_TO_DO + ".");
            }
            return program;
        } catch (IOException e) {
            throw new MergeException(
                    Fault.EDITOR_MISSING,
                    "The bundled FFmpeg could not be unpacked (" + Paths.hide(e, List.of()) + "): " + WHAT_TO_DO + ".",
                    e);
        }
    }

    /** Whether it runs and, asked this, prints that. */
    private static boolean answers(Path program, String question, String answer) {
        AtomicBoolean given = new AtomicBoolean();
        try {
            List<String> args = List.of("-hide_banner", question);
            FfmpegProcess process = new FfmpegProcess(program, args, line -> {
                if (line.contains(answer)) {
                    given.set(true);
                }
            });
            return process.run(PATIENCE, () -> {}).exitCode() == 0 && given.get();
        } catch (FfmpegException e) {
            if (e.fault() == FfmpegException.Fault.INTERRUPTED) {
                throw e;
            }
            return false;
        }
    }

    private static MergeException missing(String message) {
        return new MergeException(Fault.EDITOR_MISSING, message);
    }
}
