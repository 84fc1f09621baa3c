package dev.mvstudio.application.job;

import dev.mvstudio.domain.cost.Money;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What every answer tells of how it was made.
 *
 * @param processingTime from the order to the answer
 */
public record Outcome(
        JobId jobId,
        Backend backend,
        Model model,
        Instant finishedAt,
        Duration processingTime,
        List<String> warnings,
        Money estimate) {
    public Outcome {
        warnings = List.copyOf(warnings);
    }

    public static Outcome of(Job<?> job, Instant now) {
        return of(job, now, job.plan().warnings());
    }

    public static Outcome of(Job<?> job, Instant now, List<String> warnings) {
        Duration took = Duration.between(job.createdAt(), now);
        return new Outcome(
                job.id(),
                job.plan().backend(),
                job.plan().model(),
                now,
                took.isNegative() ? Duration.ZERO : took,
                warnings,
                job.plan().estimate());
    }
}
