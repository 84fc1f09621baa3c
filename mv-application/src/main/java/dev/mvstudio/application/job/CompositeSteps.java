package dev.mvstudio.application.job;

import dev.mvstudio.application.job.Composition.Begun;
import dev.mvstudio.application.job.Composition.Next;
import dev.mvstudio.application.job.Composition.Step;
import dev.mvstudio.application.job.Composition.Steps;
import dev.mvstudio.application.job.Procedure.Composite;
import dev.mvstudio.application.provider.ConfigurationException;
import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobOrder.Place;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.Stage;
import dev.mvstudio.domain.job.StoredJob;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Moves a job along that consists of other jobs. */
final class CompositeSteps<Q extends Record, A extends Record & Answer> {
    /** Steps that end tell; this is for showing how far they are. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Desk desk;
    private final Jobs jobs;
    private final Composition<Q, A> composition;
    private final Job<Q> job;

    CompositeSteps(Desk desk, Jobs jobs, Composite<Q, A> procedure, StoredJob stored) {
        this.desk = desk;
        this.jobs = jobs;
        this.composition = procedure.composition();
        this.job = desk.papers().job(stored, procedure);
    }

    Optional<Duration> step(StoredJob stored) {
        List<StoredJob> children = desk.register().store().children(job.id());
        if (stored.state() == JobState.CANCELING) {
            return cancel(stored, children);
        }
        Next<A> next;
        try {
            next = composition.next(job, begun(children));
        } catch (InvalidRequestException | ConfigurationException e) {
            return desk.fail(job, refused(e));
        }
        return switch (next) {
            case Next.Done<A> done -> desk.succeed(job, done.answer());
            case Next.Broken<A> broken -> desk.fail(job, broken.error());
            case Next.Go<A> go -> go(stored, go);
        };
    }

    private Steps begun(List<StoredJob> children) {
        return new Steps(children.stream().map(this::begun).toList());
    }

    private Begun begun(StoredJob child) {
        Place place = child.order().place();
        return new Begun(place == null ? "" : place.step(), child, desk.papers().answer(child));
    }

    private Optional<Duration> go(StoredJob stored, Next.Go<A> go) {
        for (Step missing : go.missing()) {
            Submission terms = new Submission(stored.order().caller(), null, job.keep(), null);
            desk.register().create(desk.papers().order(missing.plan(), terms, new Place(job.id(), missing.name())));
        }
        for (Begun failed : go.again()) {
            Interventions.again(desk.register(), failed.job());
        }
        boolean moved = Math.abs(go.progress() - stored.status().progress()) >= 0.005
                || !go.message().equals(stored.status().message());
        if (moved) {
            desk.change(
                    job.id(),
                    s -> s.state() == JobState.RUNNING ? s.at(Stage.GENERATING, go.progress(), go.message()) : s);
        }
        return Optional.of(LOOK);
    }

    /** It is over when its steps are. */
    private Optional<Duration> cancel(StoredJob stored, List<StoredJob> children) {
        List<StoredJob> open =
                children.stream().filter(c -> !c.state().isFinal()).toList();
        if (open.isEmpty()) {
            return desk.cancel(stored);
        }
        for (StoredJob child : open) {
            if (child.state() != JobState.CANCELING) {
                jobs.stop(child.id());
            }
        }
        return Optional.of(desk.timing().pollInterval());
    }

    private JobError refused(RuntimeException why) {
        return new JobError(
                why instanceof ConfigurationException c ? c.code().name() : "VALIDATION_ERROR",
                job.plan().backend(),
                String.valueOf(why.getMessage()),
                false,
                false,
                null);
    }
}
