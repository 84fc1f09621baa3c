package dev.mvstudio.cli;

import dev.mvstudio.cli.shell.Interruption;
import dev.mvstudio.cli.shell.Shell;
import java.time.Duration;

/** Where the program begins. */
public final class Main {
    /** A stopped command is given this long to clean up. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private Main() {}

    public static void main(String[] arguments) {
        Interruption interruption = new Interruption();
        Thread onSignal = new Thread(() -> stop(interruption), "interruption");
        Runtime.getRuntime().addShutdownHook(onSignal);
        System.exit(interruption.guard(() -> MvStudio.run(Shell.ofProcess(interruption), arguments)));
    }

    /** The exit code is the command's own, not the signal's. */
    private static void stop(Interruption interruption) {
        interruption.stop(PATIENCE).ifPresent(code -> {
            System.out.flush();
            Runtime.getRuntime().halt(code);
        });
    }
}
