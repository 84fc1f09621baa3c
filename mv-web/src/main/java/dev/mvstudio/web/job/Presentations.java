package dev.mvstudio.web.job;

import dev.mvstudio.application.job.Answer;
import dev.mvstudio.application.job.JobSnapshot;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows results, whatever the kind of job they are of. */
@Singleton
final class Presentations {
    private final List<Presentation<?>> all;

    Presentations(List<Presentation<?>> all) {
        this.all = List.copyOf(all);
    }

    /** What came of a job; null unless it succeeded. */
    @Nullable
    Object body(JobSnapshot job, boolean pictures) {
        return job.answer() == null ? null : body(of(job), job.answer(), pictures);
    }

    /** Where to get what came of it; null when there is nothing to get. */
    @Nullable
    String link(JobSnapshot job) {
        return job.answer() == null ? null : link(of(job), job.answer());
    }

    private static <A extends Answer> Object body(Presentation<A> presentation, Answer answer, boolean pictures) {
        return presentation.body(presentation.answer().cast(answer), pictures);
    }

    private static <A extends Answer> @Nullable String link(Presentation<A> presentation, Answer answer) {
        return presentation.link(presentation.answer().cast(answer));
    }

    private Presentation<?> of(JobSnapshot job) {
        return all.stream()
                .filter(p -> p.kind() == job.kind())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing shows results of " + job.kind()));
    }
}
