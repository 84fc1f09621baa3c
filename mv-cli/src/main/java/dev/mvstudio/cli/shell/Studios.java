package dev.mvstudio.cli.shell;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.StudioLauncher;
import dev.mvstudio.application.StudioLauncher.Launch;
import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.domain.job.JobStoreException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;

/** Opens the studio that a command works in, and closes it. */
public final class Studios {
    private final Shell shell;
    private final GlobalOptions options;
    private final Console console;

    public Studios(Shell shell, GlobalOptions options) {
        this.shell = shell;
        this.options = options;
        this.console = new Console(shell, options);
    }

    public Shell shell() {
        return shell;
    }

    public Console console() {
        return console;
    }

    public GlobalOptions options() {
        return options;
    }

    /** Does some work in a studio on the user's data. */
    public int use(ToIntFunction<MusicVideoStudio> work) {
        Logs.ofCommand(options.quiet ? "ERROR" : options.debug ? "INFO" : "WARN");
        StudioLauncher launcher = shell.launcher().get();
        StudioConfiguration configuration = launcher.read(launch(shell.userData(), Map.of()));
        try (MusicVideoStudio studio = launcher.open(configuration)) {
            return undisturbed(() -> work.applyAsInt(studio));
        } catch (RuntimeException e) {
            throw meaning(e, configuration);
        }
    }

    /** What follows is putting things in order, which an interruption would break off. */
    private static int undisturbed(IntSupplier work) {
        try {
            return work.getAsInt();
        } finally {
            Thread.interrupted();
        }
    }

    private RuntimeException meaning(RuntimeException e, StudioConfiguration configuration) {
        if (e instanceof CommandFailedException) {
            return e;
        }
        if (shell.interruption().requested()) {
            return new CommandFailedException(interrupted(e), e);
        }
        return e instanceof JobStoreException lost
                ? new CommandFailedException(
                        LostJobs.of(lost, configuration.settings().dataDir()), e)
                : e;
    }

    private Failure interrupted(RuntimeException e) {
        if (e instanceof GenerationFailedException job) {
            String retry = NextCommand.jobs("retry", job.jobId(), options.dataDir);
            return Failure.interrupted(
                    List.of("This begins again:", "  " + retry),
                    new JsonObject().with("job_id", job.jobId()).with("retry_command", retry));
        }
        return Failure.interrupted();
    }

    /** Reads the configuration for a server. */
    public StudioConfiguration read(Map<String, String> settings) {
        Logs.ofServer("INFO");
        return shell.launcher().get().read(launch(shell.resolve(Path.of("outputs")), settings));
    }

    private Launch launch(Path defaultDataDir, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(shell.environment());
        environment.putAll(settings);
        if (options.dataDir != null) {
            environment.put("MV_DATA_DIR", shell.resolve(options.dataDir).toString());
        }
        if (options.debug) {
            environment.put("MV_DEBUG_MODE", "true");
        }
        return new Launch(environment, shell.directory(), defaultDataDir);
    }
}
