package dev.mvstudio.cli.shell;

import dev.mvstudio.cli.json.Json;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.json.Outline;
import dev.mvstudio.cli.progress.Bars;
import dev.mvstudio.cli.progress.LineBars;
import dev.mvstudio.cli.progress.SilentBars;
import dev.mvstudio.cli.progress.TerminalBars;
import java.util.List;

/** What a command says: results on the standard output, everything else on the standard error. */
public final class Console {
    private final Shell shell;
    private final GlobalOptions options;

    public Console(Shell shell, GlobalOptions options) {
        this.shell = shell;
        this.options = options;
    }

    /** The result, for people or for programs. */
    public void result(JsonObject json, List<String> lines) {
        if (options.json) {
            Json.print(json, shell.out());
        } else {
            lines.forEach(shell.out()::println);
        }
    }

    /** The same where people get the same members as programs. */
    public void result(JsonObject json) {
        result(json, options.json ? List.of() : Outline.of(json));
    }

    /** Something worth knowing. */
    public void note(String message) {
        if (!options.quiet) {
            shell.err().println(message);
        }
    }

    public void warn(List<String> warnings) {
        warnings.forEach(warning -> note("warning: " + warning));
    }

    /** How far things are, in the way that suits who is watching. */
    public Bars bars() {
        if (options.quiet) {
            return new SilentBars();
        }
        return shell.terminal().getAsBoolean() ? new TerminalBars(shell.err()) : new LineBars(shell.err());
    }

    void error(Failure failure, Throwable cause) {
        if (options.json) {
            Json.print(failure.toJson(shell.clock().instant()), shell.out());
        }
        failure.lines().forEach(shell.err()::println);
        if (options.debug) {
            cause.printStackTrace(shell.err());
        }
    }
}
