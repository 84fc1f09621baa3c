package dev.mvstudio.application.job;

import dev.mvstudio.application.job.Procedure.Local;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.Stage;
import dev.mvstudio.domain.job.StoredJob;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Does a job that is done in one go. */
final class LocalSteps<Q extends Record, A extends Record & Answer> {
    private final Desk desk;
    private final LiveWork live;
    private final LocalGeneration<Q, A> work;
    private final Job<Q> job;

    LocalSteps(Desk desk, LiveWork live, Local<Q, A> procedure, StoredJob stored) {
        this.desk = desk;
        this.live = live;
        this.work = procedure.work();
        this.job = desk.papers().job(stored, procedure);
    }

    Optional<Duration> step(StoredJob stored) {
        if (stored.state() == JobState.CANCELING) {
            return desk.cancel(stored);
        }
        A answer;
        try {
            answer = live.during(job.id(), () -> work.carryOut(job, shown(job.id())));
        } catch (RuntimeException e) {
            return stopped(e);
        }
        return desk.succeed(job, answer);
    }

    private Optional<Duration> stopped(RuntimeException why) {
        boolean interrupted = Thread.interrupted();
        StoredJob now = desk.register().store().find(job.id()).orElseThrow();
        if (now.state() == JobState.CANCELING) {
            return desk.cancel(now);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw why; // this process ends; the work is begun again by the next one
        }
        JobError error = desk.error(job, why, false);
        Optional<Duration> later =
                desk.patience().putOff(job, error, desk.timing().submitAttempts());
        return later.isPresent() ? later : desk.fail(job, error);
    }

    private DoubleConsumer shown(JobId id) {
        return new DoubleConsumer() {
            private double told;

            @Override
            public synchronized void accept(double fraction) {
                if (fraction - told >= 0.02) {
                    told = fraction;
                    desk.change(id, s -> s.state() == JobState.RUNNING ? s.at(Stage.GENERATING, fraction, null) : s);
                }
            }
        };
    }
}
