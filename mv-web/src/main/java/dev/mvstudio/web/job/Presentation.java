package dev.mvstudio.web.job;

import dev.mvstudio.application.job.Answer;
import dev.mvstudio.application.job.JobKind;
import org.jspecify.annotations.Nullable;

/**
 * How the results of one kind of job are shown.
 *
 * @param <A> the answer
 */
public interface Presentation<A extends Answer> {
    JobKind kind();

    Class<A> answer();

    /**
     * The body of the kind's route.
     *
     * @param pictures whether it may carry pictures
     */
    Object body(A answer, boolean pictures);

    /** Where the file is that was made; null when there is none to get. */
    @Nullable
    String link(A answer);
}
