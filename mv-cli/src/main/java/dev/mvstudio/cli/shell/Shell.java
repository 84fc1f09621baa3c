package dev.mvstudio.cli.shell;

import dev.mvstudio.application.StudioLauncher;
import dev.mvstudio.application.StudioServer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The process around a command.
 *
 * @param out where results go
 * @param err where everything else goes
 * @param directory what relative paths are relative to
 * @param userData where this user's programs keep their data
 * @param terminal whether somebody watches {@code err}
 */
public record Shell(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path directory,
        Path userData,
        BooleanSupplier terminal,
        Clock clock,
        Interruption interruption,
        Supplier<StudioLauncher> launcher,
        Supplier<StudioServer> server) {
    public Shell {
        environment = Map.copyOf(environment);
    }

    /** The real one. */
    public static Shell ofProcess(Interruption interruption) {
        Map<String, String> environment = System.getenv();
        return new Shell(
                System.out,
                System.err,
                environment,
                Path.of("").toAbsolutePath(),
                UserData.folder(
                        environment, System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "."))),
                new TerminalCheck(environment),
                Clock.systemUTC(),
                interruption,
                StudioLauncher::find,
                Shell::findServer);
    }

    private static StudioServer findServer() {
        return ServiceLoader.load(StudioServer.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("mv-web is not on the class path"));
    }

    /** A path as somebody types it here. */
    public Path resolve(Path typed) {
        return directory.resolve(typed).normalize();
    }

    @Override
    public String toString() {
        return "Shell[" + directory + "]";
    }
}
