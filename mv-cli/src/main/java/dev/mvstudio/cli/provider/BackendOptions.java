package dev.mvstudio.cli.provider;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who carries a request out. */
public final class BackendOptions {
    @Option(names = "--backend", paramLabel = "NAME", description = "Who does it; the backends command lists them.")
    @Nullable
    String backend;

    @Option(names = "--model", paramLabel = "NAME", description = "Which of the backend's models.")
    @Nullable
    String model;

    public @Nullable String backend() {
        return backend;
    }

    public @Nullable String model() {
        return model;
    }
}
