package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.StoredJob;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of jobs that are done here. */
public final class Procedures {
    private final Map<JobKind, Procedure<?, ?>> byKind;

    public Procedures(List<Procedure<?, ?>> all) {
        this.byKind = all.stream().collect(Collectors.toUnmodifiableMap(Procedure::kind, Function.identity()));
    }

    /**
     * How this job is done.
     *
     * @throws IllegalStateException when it was ordered from a version that could do more
     */
    Procedure<?, ?> of(StoredJob job) {
        return JobKind.of(job.order().kind())
                .map(byKind::get)
                .orElseThrow(
                        () -> new IllegalStateException("nothing here does jobs of the kind " + kind(job.order())));
    }

    /** Whether it is for the job alone to say when its steps may run; not where nobody here knows such jobs. */
    boolean takesTurns(StoredJob job) {
        return JobKind.of(job.order().kind()).map(byKind::get).orElse(null)
                        instanceof Procedure.Composite<?, ?> composite
                && composite.composition().takesTurns();
    }

    private static String kind(JobOrder order) {
        return order.kind() + " (job " + order.id() + ")";
    }
}
