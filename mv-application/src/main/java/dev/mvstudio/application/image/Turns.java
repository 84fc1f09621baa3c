package dev.mvstudio.application.image;

import dev.mvstudio.application.job.Job;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.StoredJob;
import java.util.Optional;

/**
 * Sees to it that one job at a time works on a sequence, on all nodes. Each takes a turn, and has it until it and its steps
 * are over: the turns of a sequence are counted, and who asks first for the next one gets it. Who is tried again takes
 * another turn.
 */
final class Turns {
    private final JobStore store;

    Turns(JobStore store) {
        this.store = store;
    }

    /** Takes the next turn; empty when this job has it, otherwise the one to wait for. */
    Optional<JobId> take(Job<?> job, FolderId folder) {
        String me = job.id() + "/" + job.attempt();
        for (int turn = 1; ; turn++) {
            String holder = store.remember("sequence/" + folder + "/" + turn, me);
            if (holder.equals(me)) {
                return Optional.empty();
            }
            Optional<JobId> working = working(holder);
            if (working.isPresent()) {
                return working;
            }
        }
    }

    private Optional<JobId> working(String holder) {
        int slash = holder.indexOf('/');
        int attempt = Integer.parseInt(holder.substring(slash + 1));
        return JobId.parse(holder.substring(0, slash))
                .flatMap(store::find)
                .filter(job -> isUnderWay(job, attempt))
                .map(StoredJob::id);
    }

    /** A job that ended in an unexpected way may have left steps that go on. */
    private boolean isUnderWay(StoredJob job, int attempt) {
        return (!job.state().isFinal() && job.status().attempt() == attempt)
                || store.children(job.id()).stream()
                        .anyMatch(step -> !step.state().isFinal());
    }

    /**
     * Whether a step is still as a later attempt of its job found it, and so failed in an earlier one. Who has it tried
     * again changes it.
     *
     * @param version of the step; 0 when it was not begun
     */
    boolean isAsFound(Job<?> job, String step, long version) {
        String now = String.valueOf(version);
        return job.attempt() > 1
                && store.remember("found/" + job.id() + "/" + job.attempt() + "/" + step, now)
                        .equals(now);
    }
}
