package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobFilter;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.StoredJob;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds jobs for people, who neither want to see each step nor type a whole id. */
public final class JobSearch {
    private static final int PAGE = 200;

    private final Jobs jobs;

    public JobSearch(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Jobs of their own, not steps of larger ones, newest first.
     *
     * @param kind null for any
     * @param state null for any
     * @param limit how many at most, at least 1
     */
    public List<JobSnapshot> own(@Nullable JobKind kind, @Nullable JobState state, int limit) {
        return all(kind, state)
                .filter(job -> job.order().place() == null)
                .limit(limit)
                .map(job -> jobs.get(job.id()))
                .toList();
    }

    /** The ids, of steps as well, that begin like this. */
    public List<JobId> startingWith(String beginning) {
        return all(null, null)
                .map(StoredJob::id)
                .filter(id -> id.toString().startsWith(beginning))
                .toList();
    }

    private Stream<StoredJob> all(@Nullable JobKind kind, @Nullable JobState state) {
        String word = kind == null ? null : kind.word();
        return Stream.iterate(
                        page(word, state, null),
                        page -> !page.isEmpty(),
                        page -> page(word, state, page.getLast().id()))
                .flatMap(List::stream);
    }

    private List<StoredJob> page(@Nullable String kind, @Nullable JobState state, @Nullable JobId before) {
        return jobs.register().store().list(new JobFilter(kind, state, PAGE, before));
    }
}
