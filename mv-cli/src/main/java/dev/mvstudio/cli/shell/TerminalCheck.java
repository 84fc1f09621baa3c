package dev.mvstudio.cli.shell;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Whether the standard error is a terminal that can move its cursor. Java knows this of input and output together only,
 * so {@code test} is asked; where there is none, nobody is taken to watch.
 */
final class TerminalCheck implements BooleanSupplier {
    private final Map<String, String> environment;

    TerminalCheck(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public boolean getAsBoolean() {
        String term = environment.getOrDefault("TERM", "dumb");
        return !term.equals("dumb") && !environment.containsKey("CI") && isTerminal();
    }

    private static boolean isTerminal() {
        try {
            return new ProcessBuilder("test", "-t", "2")
                            .redirectError(Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
