package dev.mvstudio.cli.job;

import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.Studios;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mvstudio jobs list}. */
@Command(
        name = "list",
        description = "Lists jobs, the newest first.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ListCommand implements Callable<Integer> {
    private final Studios studios;

    @Mixin
    ListOptions list = new ListOptions();

    ListCommand(Studios studios) {
        this.studios = studios;
    }

    @Override
    public Integer call() {
        return studios.use(studio -> {
            list.show(studios, studio);
            return ExitCode.OK.code();
        });
    }
}
