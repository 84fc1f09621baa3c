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

/** The program in a folder, over a studio of fakes. */
final class Cli {
    final FakeLauncher studio = new FakeLauncher();
    final Interruption interruption = new Interruption();
    final Map<String, String> environment = new HashMap<>();
    final Path folder;

    private StudioServer server = configuration -> {
        throw new IllegalStateException("no server here");
    };

    Cli(Path folder) {
        this.folder = folder;
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

    Ended run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
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
