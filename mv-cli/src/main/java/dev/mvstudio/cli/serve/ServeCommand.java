package dev.mvstudio.cli.serve;

import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.StudioServer.Running;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.shell.CommandFailedException;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.Failure;
import dev.mvstudio.cli.shell.Studios;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mvstudio serve}. */
@Command(
        name = "serve",
        description = "Serves the REST interface and the studio page until it is stopped (Ctrl-C, SIGTERM).",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ServeCommand implements Callable<Integer> {
    private final Studios studios;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to listen on. Default: MV_HOST, else 127.0.0.1.")
    @Nullable
    String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port, 0 for any free one. Default: MV_PORT, else 8000.")
    @Nullable
    Integer port;

    public ServeCommand(Studios studios) {
        this.studios = studios;
    }

    @Override
    public Integer call() {
        try (Running server = start(studios.read(settings()))) {
            studios.console()
                    .result(
                            new JsonObject().with("address", server.address()),
                            List.of("MV Studio is at " + server.address()));
            studios.shell().out().flush();
            server.await();
        } catch (InterruptedException e) {
            // Closed above: this is how a server is meant to end.
            studios.console().note("stopped");
        }
        return ExitCode.OK.code();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        if (host != null) {
            settings.put("MV_HOST", host);
        }
        if (port != null) {
            settings.put("MV_PORT", port.toString());
        }
        return settings;
    }

    private Running start(StudioConfiguration configuration) {
        try {
            return studios.shell().server().get().start(configuration);
        } catch (IllegalStateException e) {
            throw new CommandFailedException(
                    new Failure(ExitCode.SETUP, "ConfigurationError", String.valueOf(e.getMessage())), e);
        }
    }
}
