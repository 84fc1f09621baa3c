package dev.mvstudio.cli.job;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.Studios;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mvstudio jobs cancel}. */
@Command(
        name = "cancel",
        description = "Stops a job and its steps, on the side of their backends as well. What is finished is kept.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CancelCommand implements Callable<Integer> {
    private final Studios studios;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    JobParameter job = new JobParameter();

    CancelCommand(Studios studios) {
        this.studios = studios;
    }

    @Override
    public Integer call() {
        return studios.use(studio -> {
            JobSnapshot told = studio.jobs().cancel(job.find(studio).id());
            JobSnapshot now = told.state().isFinal() ? told : settled(studio, told);
            studios.console()
                    .result(
                            new JobMembers(studio).summary(now),
                            List.of("job " + now.id() + " is " + now.state().word()));
            return ExitCode.OK.code();
        });
    }

    /** Somebody has to tell its backend, and its process may be gone. */
    private JobSnapshot settled(MusicVideoStudio studio, JobSnapshot told) {
        studio.begin();
        return new JobRun(studios, studio, spec).settled(told);
    }
}
