package dev.mvstudio.cli.job;

import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.Studios;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mvstudio jobs}, with its own commands. */
@Command(
        name = "jobs",
        description = "Lists jobs, and more: what was ordered goes on where it was, whatever became of the program.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class JobsCommand implements Callable<Integer> {
    private final Studios studios;

    @Mixin
    ListOptions list = new ListOptions();

    private JobsCommand(Studios studios) {
        this.studios = studios;
    }

    /** The command with all commands below it. */
    public static CommandLine withCommands(Studios studios) {
        return new CommandLine(new JobsCommand(studios))
                .addSubcommand(new ListCommand(studios))
                .addSubcommand(new ShowCommand(studios))
                .addSubcommand(new WatchCommand(studios))
                .addSubcommand(new RetryCommand(studios))
                .addSubcommand(new CancelCommand(studios))
                .addSubcommand(new KeepCommand(studios));
    }

    @Override
    public Integer call() {
        return studios.use(studio -> {
            list.show(studios, studio);
            return ExitCode.OK.code();
        });
    }
}
