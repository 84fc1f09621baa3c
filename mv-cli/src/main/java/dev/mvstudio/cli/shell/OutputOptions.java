package dev.mvstudio.cli.shell;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a result is copied to. */
public final class OutputOptions {
    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where the result is copied to. Default: a name made from the text, in this folder.")
    @Nullable
    Path out;

    @Option(
            names = {"-f", "--force"},
            description = "Replace FILE if it is there.")
    boolean force;

    public boolean isGiven() {
        return out != null;
    }

    /**
     * Chooses the file, before anything is spent.
     *
     * @param name for when the caller gave none
     * @throws CommandFailedException when it would replace another one, or there is no place for it
     */
    public OutputFile choose(Shell shell, String name) {
        return OutputFile.choose(shell, new OutputFile.Wish("--out", out, force), name);
    }
}
