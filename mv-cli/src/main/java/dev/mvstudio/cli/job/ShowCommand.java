package dev.mvstudio.cli.job;

import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.Studios;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mvstudio jobs show}. */
@Command(
        name = "show",
        description = "Shows all that is known of a job.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ShowCommand implements Callable<Integer> {
    private final Studios studios;

    @Mixin
    JobParameter job = new JobParameter();

    ShowCommand(Studios studios) {
        this.studios = studios;
    }

    @Override
    public Integer call() {
        return studios.use(studio -> {
            studios.console().result(new JobMembers(studio).of(job.find(studio)));
            return ExitCode.OK.code();
        });
    }
}
