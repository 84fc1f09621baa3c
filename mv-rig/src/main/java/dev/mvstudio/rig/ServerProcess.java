package dev.mvstudio.rig;

import dev.mvstudio.testkit.provider.Settling;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code mvstudio serve} in a process of its own, with the class path of this one. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String READY = "MV Studio is at ";

    private final Process process;
    private final Path out;
    private final Path err;

    private ServerProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static ServerProcess launch(Installation installation) throws IOException {
        Path folder = installation.folder();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(installation.jvm());
        command.addAll(List.of("-Djava.awt.headless=true", "-cp", classPath(), "dev.mvstudio.cli.Main", "serve"));
        Path out = Files.createTempFile(folder, "server-", ".out");
        Path err = Files.createTempFile(folder, "server-", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MV_"));
        builder.environment().putAll(installation.environment());
        return new ServerProcess(builder.start(), out, err);
    }

    private static String classPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            entries.add(new File(entry).getAbsolutePath());
        }
        return String.join(File.pathSeparator, entries);
    }

    /**
     * Waits until it answers.
     *
     * @throws AssertionError when it ended, or takes longer than any machine needs
     */
    public void awaitReady() {
        Settling.until(() -> !process.isAlive() || read(out).contains("\n"), PATIENCE);
        if (!read(out).startsWith(READY)) {
            throw new AssertionError("the server did not start: " + log());
        }
    }

    /** Where it answers. */
    public URI address() {
        return URI.create(read(out).strip().substring(READY.length()));
    }

    public Studio studio() {
        return new Studio(address());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Gives it this much time to end by itself. */
    public void await(Duration time) {
        try {
            process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code kill -9}: it does not get to do anything any more. What it started goes on. */
    public void kill() {
        process.destroyForcibly();
        await(PATIENCE);
    }

    /** How many threads the operating system gives to it. */
    public int platformThreads() throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            return (int) tasks.count();
        }
    }

    /** What it printed. */
    public String log() {
        return read(out) + read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        kill();
    }
}
