package dev.mvstudio.cli.job;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.job.Answer;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.cli.shell.OutputOptions;
import dev.mvstudio.cli.shell.Studios;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mvstudio jobs retry}. */
@Command(
        name = "retry",
        description =
                "Tries a job again that failed or was canceled, of a film or sequence just what is missing; goes on with one that is not over. Ctrl-C cancels what it began.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RetryCommand implements Callable<Integer> {
    private final Studios studios;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    JobParameter job = new JobParameter();

    @Mixin
    OutputOptions output = new OutputOptions();

    RetryCommand(Studios studios) {
        this.studios = studios;
    }

    @Override
    public Integer call() {
        return studios.use(studio -> {
            JobSnapshot found = job.find(studio);
            JobDelivery delivery = JobDelivery.choose(studios, studio, output, found);
            return delivery.deliver(retry(studio, found)).code();
        });
    }

    private Answer retry(MusicVideoStudio studio, JobSnapshot found) {
        JobRun run = new JobRun(studios, studio, spec);
        return switch (found.state()) {
            case FAILED, CANCELED, SUCCEEDED -> again(studio, run, found);
            case CANCELING -> {
                studio.begin();
                yield again(studio, run, run.settled(found));
            }
            case QUEUED, RUNNING -> {
                studios.console().note("job " + found.id() + " is not over: going on with it");
                studio.begin();
                yield run.watch(found);
            }
        };
    }

    private static Answer again(MusicVideoStudio studio, JobRun run, JobSnapshot over) {
        JobSnapshot again = studio.jobs().retry(over.id());
        studio.begin();
        return run.follow(again);
    }
}
