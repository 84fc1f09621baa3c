package dev.mvstudio.adapter.local.film;

import dev.mvstudio.adapter.local.film.FfmpegException.Fault;
import dev.mvstudio.domain.film.MergeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs FFmpeg. A run ends with its process, also when it fails, takes too long, is interrupted, or the JVM shuts down.
 * Safe for use by many threads.
 */
public final class Ffmpeg {
    private static final List<String> ALWAYS = List.of("-nostdin", "-hide_banner", "-y");

    private final FfmpegBinary binary;
    private final Duration timeout;
    private final Semaphore runs;
    private final Semaphore looks;

    /**
     * Looks for nothing before the first run.
     *
     * @param wished the program that was asked for; null for one on the PATH, else the bundled one
     * @param cacheDir where the bundled program is unpacked to
     * @param timeout how long one run may take, not counting its wait for a place
     * @param processes how many runs go on at once; short looks into files have as many places of their own
     */
    public Ffmpeg(@Nullable Path wished, Path cacheDir, Duration timeout, int processes) {
        this(new FfmpegBinary(wished, cacheDir), timeout, processes);
    }

    /** As many processes at once as there are cores. */
    public Ffmpeg(@Nullable Path wished, Path cacheDir, Duration timeout) {
        this(wished, cacheDir, timeout, Runtime.getRuntime().availableProcessors());
    }

    Ffmpeg(FfmpegBinary binary, Duration timeout, int processes) {
        this.binary = binary;
        this.timeout = timeout;
        this.runs = new Semaphore(processes, true);
        this.looks = new Semaphore(processes, true);
    }

    /**
     * Runs it to its end. Files in the arguments that exist are overwritten.
     *
     * @param args all but the program's name, {@code -nostdin -hide_banner -y} and {@code -progress}
     * @param length of what is made; null when unknown, then no progress is told
     * @param progress told 0.0–1.0 now and then, by the calling thread; what it throws ends the run
     * @throws FfmpegException when it failed in any way
     * @throws MergeException EDITOR_MISSING when there is none
     */
    public FfmpegResult run(List<String> args, @Nullable Duration length, DoubleConsumer progress) {
        List<String> all = new ArrayList<>(ALWAYS);
        all.addAll(List.of("-progress", "pipe:1"));
        all.addAll(args);
        FfmpegResult result = inTurn(runs, new Progress(length, progress), all);
        if (result.exitCode() != 0) {
            throw FfmpegException.ended(result.exitCode(), Paths.hide(result.log(), args));
        }
        return result;
    }

    /**
     * What it says about a file: the log of {@code ffmpeg -i}, which exits with an error when it is given no output.
     * Meant for what is short; it has places of its own, so that it does not wait for films.
     *
     * @param args options of the input, and the file after {@code -i}
     * @throws FfmpegException when it crashed or took too long
     * @throws MergeException EDITOR_MISSING when there is none
     */
    public FfmpegResult look(List<String> args) {
        List<String> all = new ArrayList<>(ALWAYS);
        all.addAll(args);
        FfmpegResult result = inTurn(looks, new Progress(null, made -> {}), all);
        if (result.exitCode() != 0 && result.exitCode() != 1) {
            throw FfmpegException.ended(result.exitCode(), Paths.hide(result.log(), args));
        }
        return result;
    }

    /**
     * The program that is run.
     *
     * @throws MergeException EDITOR_MISSING when there is none
     */
    public Path program() {
        return binary.path();
    }

    private FfmpegResult inTurn(Semaphore places, Progress progress, List<String> args) {
        Path program = binary.path();
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FfmpegException(Fault.INTERRUPTED, "FFmpeg was told to stop before it began", -1, List.of());
        }
        try {
            return new FfmpegProcess(program, args, progress::read).run(timeout, progress::tell);
        } finally {
            places.release();
        }
    }
}
