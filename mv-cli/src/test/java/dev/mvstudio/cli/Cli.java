package dev.mvstudio.cli;

import dev.mvstudio.application.StudioServer;
import dev.mvstudio.cli.shell.Interruption;
import dev.mvstudio.cli.shell.Shell;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The program in a folder, over a studio of fakes. */
final class Cli {
    final FakeLauncher studio;
    final Interruption interruption = new Interruption();
    final Map<String, String> environment = new HashMap<>();
    final Path folder;

    private StudioServer server = configuration -> {
        throw new IllegalStateException("no server here");
    };

    private volatile ByteArrayOutputStream latestErr = new ByteArrayOutputStream();

    Cli(Path folder) {
        this(folder, new FakeLauncher());
    }

    private Cli(Path folder, FakeLauncher studio) {
        this.folder = folder;
        this.studio = studio;
    }

    /** Another process on the same data. */
    Cli beside() {
        return new Cli(folder, studio.beside());
    }

    /** What the latest command said so far beside its result. */
    String said() {
        return latestErr.toString(StandardCharsets.UTF_8);
    }

    void serveWith(StudioServer other) {
        server = other;
    }

    /** How a command ended and what it printed. */
    record Ended(int code, String out, String err) {
        List<String> outLines() {
            return out.lines().toList();
        }

        /** The whole standard output, which must be one JSON document. */
        Object json(String... path) {
            return JsonReader.at(JsonReader.read(out), path);
        }
    }

    /** Runs it on a thread of its own. */
    CompletableFuture<Ended> start(String... arguments) {
        return CompletableFuture.supplyAsync(() -> run(arguments), work -> new Thread(work, "program").start());
    }

    Ended run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        latestErr = err;
        Shell shell = new Shell(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                folder,
                folder.resolve("user-data"),
                () -> false,
                FakeLauncher.CLOCK,
                interruption,
                () -> studio,
                () -> server);
        int code = interruption.guard(() -> MvStudio.run(shell, arguments));
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
