package dev.mvstudio.cli.job;

import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.cli.shell.OutputOptions;
import dev.mvstudio.cli.shell.Studios;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mvstudio jobs watch}. */
@Command(
        name = "watch",
        description =
                "Waits for a job, going on with it where nobody does, and copies what came of it. Ctrl-C leaves it as it is.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class WatchCommand implements Callable<Integer> {
    private final Studios studios;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    JobParameter job = new JobParameter();

    @Mixin
    OutputOptions output = new OutputOptions();

    WatchCommand(Studios studios) {
        this.studios = studios;
    }

    @Override
    public Integer call() {
        return studios.use(studio -> {
            JobSnapshot found = job.find(studio);
            JobDelivery delivery = JobDelivery.choose(studios, studio, output, found);
            if (!found.state().isFinal()) {
                studio.begin();
            }
            return delivery.deliver(new JobRun(studios, studio, spec).watch(found))
                    .code();
        });
    }
}
