package dev.mvstudio.cli.shell;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. */
public final class GlobalOptions {
    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print one JSON document, the result or the error, on the standard output.")
    boolean json;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where everything that is made is kept. Default: MV_DATA_DIR, else the user's data folder;"
                    + " for serve: ./outputs.")
    @Nullable
    Path dataDir;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print nothing but the result and errors.")
    boolean quiet;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Log arguments, defaults, configuration, full prompts and results; print stack traces.")
    boolean debug;

    public boolean json() {
        return json;
    }

    public boolean quiet() {
        return quiet;
    }

    public @Nullable Path dataDir() {
        return dataDir;
    }
}
