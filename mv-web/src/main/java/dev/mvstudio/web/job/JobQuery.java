package dev.mvstudio.web.job;

import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.job.JobFilter;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.web.request.Query;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which jobs a caller wants to see. */
record JobQuery(
        @Nullable JobKind kind,
        @Nullable JobState state,
        int limit,
        @Nullable JobId cursor) {
    private static final int USUAL = 20;
    private static final int MOST = 100;

    static JobQuery of(HttpRequest<?> request) {
        Violations violations = new Violations();
        Query query = new Query(request, Set.of("kind", "state", "limit", "cursor"), violations);
        JobKind kind = violations.parse("kind", query.text("kind"), JobKind::of, "must be one of " + kinds());
        JobState state = violations.parse("state", query.text("state"), JobQuery::state, "must be one of " + states());
        int limit = (int) query.whole("limit", USUAL, 1, MOST);
        JobId cursor =
                violations.parse("cursor", query.text("cursor"), JobId::parse, "must be a next_cursor of this route");
        violations.check();
        return new JobQuery(kind, state, limit, cursor);
    }

    private static Optional<JobState> state(String word) {
        return Arrays.stream(JobState.values())
                .filter(s -> s.word().equals(word))
                .findFirst();
    }

    private static String kinds() {
        return Arrays.stream(JobKind.values()).map(JobKind::word).collect(Collectors.joining(", "));
    }

    private static String states() {
        return Arrays.stream(JobState.values()).map(JobState::word).collect(Collectors.joining(", "));
    }

    /** One more than asked for, to know whether there is a next page. */
    JobFilter oneMore() {
        return new JobFilter(kind == null ? null : kind.word(), state, limit + 1, cursor);
    }
}
