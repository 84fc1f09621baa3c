package dev.mvstudio.adapter.local.film;

import java.util.List;
import java.util.stream.Collectors;

/** FFmpeg did not do its work. Its process is gone by now. The message and the log lines hold no paths. */
public final class FfmpegException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Fault {
        /** It ended by itself, and said that it failed. */
        FAILED,
        /** It was ended by a signal, or could not be started. */
        CRASHED,
        /** It did not finish in time, and was ended. */
        TIMEOUT,
        /** The calling thread was interrupted, and still is. */
        INTERRUPTED
    }

    private static final int SIGNALED = 128;

    private final Fault fault;
    private final int exitCode;
    private final transient List<String> log;

    FfmpegException(Fault fault, String message, int exitCode, List<String> log) {
        super(log.isEmpty() ? message : message + ": " + said(log));
        this.fault = fault;
        this.exitCode = exitCode;
        this.log = List.copyOf(log);
    }

    static FfmpegException ended(int exitCode, List<String> log) {
        return exitCode > SIGNALED || exitCode < 0
                ? new FfmpegException(Fault.CRASHED, "FFmpeg crashed (exit code " + exitCode + ")", exitCode, log)
                : new FfmpegException(Fault.FAILED, "FFmpeg failed (exit code " + exitCode + ")", exitCode, log);
    }

    /** The last lines that are not about one encoder's statistics. */
    private static String said(List<String> log) {
        int from = Math.max(0, log.size() - 3);
        return log.subList(from, log.size()).stream().map(String::strip).collect(Collectors.joining("; "));
    }

    public Fault fault() {
        return fault;
    }

    /** −1 when it did not end by itself. */
    public int exitCode() {
        return exitCode;
    }

    /** The last lines that it wrote, oldest first. */
    public List<String> log() {
        return log == null ? List.of() : log;
    }

    /** Whether it failed for want of space on the disk. */
    public boolean diskFull() {
        return log().stream().anyMatch(line -> line.contains("No space left on device"));
    }
}
