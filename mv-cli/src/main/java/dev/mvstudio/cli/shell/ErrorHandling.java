package dev.mvstudio.cli.shell;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns everything that goes wrong into a sentence and an exit code. */
public final class ErrorHandling implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Console console;
    private final GlobalOptions options;

    public ErrorHandling(Console console, GlobalOptions options) {
        this.console = console;
        this.options = options;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        Failure failure = Failures.of(e, command.getCommandSpec());
        console.error(failure, e);
        return failure.exit().code();
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        // Parsing broke off, maybe before these were seen.
        options.json = options.json || List.of(args).contains("--json");
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        Failure failure =
                Failure.usage(String.valueOf(e.getMessage()).strip() + suggestion(e) + " (see " + name + " --help)");
        console.error(failure, e);
        return failure.exit().code();
    }

    private static String suggestion(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?"
                : "";
    }
}
