package dev.mvstudio.cli.provider;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all that generates has in common. */
public final class RunOptions {
    @Option(
            names = "--flavor",
            paramLabel = "NAME",
            description = "A set of defaults and prompts; the flavors command lists them.")
    @Nullable
    String flavor;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same result, where the model can.")
    @Nullable
    Long seed;

    @Option(names = "--dry-run", description = "Show what would be sent and what it would cost. Nothing is sent.")
    boolean dryRun;

    public @Nullable String flavor() {
        return flavor;
    }

    public @Nullable Long seed() {
        return seed;
    }

    public boolean dryRun() {
        return dryRun;
    }
}
