package dev.mvstudio.cli.job;

import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.Studios;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mvstudio jobs keep}. */
@Command(
        name = "keep",
        description = "Keeps a job and what it makes for good: they never expire.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class KeepCommand implements Callable<Integer> {
    private final Studios studios;

    @Mixin
    JobParameter job = new JobParameter();

    @Option(names = "--off", description = "Let them expire again.")
    boolean off;

    KeepCommand(Studios studios) {
        this.studios = studios;
    }

    @Override
    public Integer call() {
        return studios.use(studio -> {
            JobSnapshot kept = studio.jobs().keep(job.find(studio).id(), !off);
            studios.console()
                    .result(
                            new JobMembers(studio).summary(kept),
                            List.of("job " + kept.id() + (off ? " may expire" : " is kept for good")));
            return ExitCode.OK.code();
        });
    }
}
