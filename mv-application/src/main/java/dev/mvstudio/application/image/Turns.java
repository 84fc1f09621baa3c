package dev.mvstudio.application.image;

import dev.mvstudio.application.job.Job;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.StoredJob;
import java.util.Optional;

/**
 * Sees to it that one job at a time works on a sequence, on all nodes. Each takes a turn, and has it until it is over: the
 * turns of a sequence are counted, and who asks first for the next one gets it.
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

    /** A job that was tried again takes another turn: that of its earlier attempt is over. */
    private Optional<JobId> working(String holder) {
        int slash = holder.indexOf('/');
        int attempt = Integer.parseInt(holder.substring(slash + 1));
        return JobId.parse(holder.substring(0, slash))
                .flatMap(store::find)
                .filter(job -> !job.state().isFinal() && job.status().attempt() == attempt)
                .map(StoredJob::id);
    }
}
