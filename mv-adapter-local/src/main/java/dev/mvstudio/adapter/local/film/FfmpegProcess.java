package dev.mvstudio.adapter.local.film;

import dev.mvstudio.adapter.local.film.FfmpegException.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One run of FFmpeg, from its start to the certainty that nothing of it is left. */
final class FfmpegProcess {
    /** All that it needs of our environment; keys and tokens are none of its business. */
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot");

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final long TICK_MILLIS = 200;

    private final Path binary;
    private final List<String> args;
    private final Consumer<String> output;
    private final LogTail log = new LogTail();

    /** What it prints is handed over line by line, by a thread of its own. */
    FfmpegProcess(Path binary, List<String> args, Consumer<String> output) {
        this.binary = binary;
        this.args = args;
        this.output = output;
    }

    /** Ends with the process: finished, or killed together with its children. Ticks meanwhile. */
    FfmpegResult run(Duration timeout, Runnable tick) {
        Process process = start();
        LiveProcesses.ofThisJvm().add(process);
        Thread printed = reader("ffmpeg-output", () -> LogTail.read(process.getInputStream(), output));
        Thread errors = reader("ffmpeg-log", () -> LogTail.read(process.getErrorStream(), log::add));
        try {
            await(process, timeout, tick);
            join(printed);
            join(errors);
            tick.run();
            return new FfmpegResult(process.exitValue(), log.lines());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FfmpegException(Fault.INTERRUPTED, "FFmpeg was told to stop", -1, List.of());
        } finally {
            LiveProcesses.kill(process);
            reap(process);
            LiveProcesses.ofThisJvm().remove(process);
        }
    }

    private Process start() {
        List<String> command = new ArrayList<>();
        command.add(binary.toString());
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        builder.environment().put("AV_LOG_FORCE_NOCOLOR", "1");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new FfmpegException(Fault.CRASHED, "FFmpeg did not start", -1, List.of(Paths.hide(e, command)));
        }
    }

    private void await(Process process, Duration timeout, Runnable tick) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() - deadline > 0) {
                throw new FfmpegException(
                        Fault.TIMEOUT,
                        "FFmpeg did not finish within " + timeout.toMillis() / 1000.0 + " s and was stopped",
                        -1,
                        Paths.hide(log.lines(), args));
            }
            tick.run();
        }
    }

    private static Thread reader(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** A grandchild that lives on may hold the pipe open: not waited for, and killed right after. */
    private static void join(Thread reader) throws InterruptedException {
        reader.join(LAST_WORDS);
    }

    private static void reap(Process process) {
        boolean interrupted = Thread.interrupted();
        try {
            process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
