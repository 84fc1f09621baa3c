package dev.mvstudio.cli;

import dev.mvstudio.cli.shell.Interruption;
import dev.mvstudio.cli.shell.Shell;
import java.time.Duration;
import java.util.Map;
import org.jline.utils.Signals;

/** Where the program begins. */
public final class Main {
    /** A stopped command is given this long to clean up. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    /** The signals that stop a command, with the exit codes of programs that they end. */
    private static final Map<String, Integer> SIGNALS = Map.of("HUP", 129, "INT", 130, "TERM", 143);

    private Main() {}

    public static void main(String[] arguments) {
        Interruption interruption = new Interruption();
        // A shutdown hook would run beside that of the embedded database, which then closes under the hands of jobs.
        SIGNALS.forEach((name, code) -> Signals.register(name, () -> stop(interruption, code)));
        System.exit(interruption.guard(() -> MvStudio.run(Shell.ofProcess(interruption), arguments)));
    }

    /** The exit code is the command's own, unless it does not end in time. */
    private static void stop(Interruption interruption, int code) {
        if (interruption.stop(PATIENCE).isEmpty()) {
            System.exit(code);
        }
    }
}
