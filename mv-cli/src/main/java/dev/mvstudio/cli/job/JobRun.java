package dev.mvstudio.cli.job;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.job.Answer;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.cli.film.FilmRun;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.progress.Bars;
import dev.mvstudio.cli.progress.Stages;
import dev.mvstudio.cli.shell.CommandFailedException;
import dev.mvstudio.cli.shell.Failure;
import dev.mvstudio.cli.shell.NextCommand;
import dev.mvstudio.cli.shell.Studios;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Shows a job until it is over. */
final class JobRun {
    /** How long a job that was told to stop is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Studios studios;
    private final MusicVideoStudio studio;
    private final CommandSpec said;

    JobRun(Studios studios, MusicVideoStudio studio, CommandSpec said) {
        this.studios = studios;
        this.studio = studio;
        this.said = said;
    }

    /** Whoever stops this command cancels the job. */
    Answer follow(JobSnapshot job) {
        if (job.kind() == JobKind.CREATE_MUSIC_VIDEO) {
            return new FilmRun(studios, studio, said).follow(job);
        }
        try (Bars bars = studios.console().bars()) {
            return studio.jobs().join(job, Answer.class, shown(job.kind(), bars));
        }
    }

    /** When this command is stopped the job stays as it is. */
    Answer watch(JobSnapshot job) {
        try {
            return job.kind() == JobKind.CREATE_MUSIC_VIDEO
                    ? new FilmRun(studios, studio, said).watch(job)
                    : watchOne(job);
        } catch (InterruptedException e) {
            throw left(job, e);
        } catch (RuntimeException e) {
            throw studios.shell().interruption().requested() ? left(job, e) : e;
        }
    }

    private Answer watchOne(JobSnapshot job) throws InterruptedException {
        try (Bars bars = studios.console().bars()) {
            return studio.jobs().watch(job, shown(job.kind(), bars)).result(Answer.class);
        }
    }

    private static Progress shown(JobKind kind, Bars bars) {
        return switch (kind) {
            case CREATE_SCENES -> Stages.shown(bars.add("scenes"));
            case GENERATE_CHARACTER_REFERENCE -> Stages.shown(bars.add("character"));
            case GENERATE_VIDEO -> Stages.shown(bars.add("clip"));
            case GENERATE_IMAGES -> Stages.shown(bars.add("images"));
            case GENERATE_IMAGE -> Stages.shown(bars.add("image"));
            case MERGE_VIDEOS, CREATE_MUSIC_VIDEO, MAKE_SLIDESHOW -> Stages.joining(bars.add("film"));
        };
    }

    private CommandFailedException left(JobSnapshot job, Exception why) {
        String watch = NextCommand.jobs("watch", job.id(), said);
        String cancel = NextCommand.jobs("cancel", job.id(), said);
        return new CommandFailedException(
                Failure.interrupted(
                        List.of(
                                "The job is not canceled. This goes on with it:",
                                "  " + watch,
                                "This ends it:",
                                "  " + cancel),
                        new JsonObject().with("job_id", job.id()).with("watch_command", watch)),
                why);
    }

    /** What became of a job that was told to stop. */
    JobSnapshot settled(JobSnapshot told) {
        try {
            return studio.jobs().await(told.id(), PATIENCE);
        } catch (InterruptedException e) {
            throw left(told, e);
        }
    }
}
