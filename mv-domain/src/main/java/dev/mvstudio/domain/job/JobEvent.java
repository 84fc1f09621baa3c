package dev.mvstudio.domain.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a job.
 *
 * @param id counts the events of one job from 1, without gaps
 */
public record JobEvent(
        JobId job,
        long id,
        Type type,
        Instant at,
        JobState state,
        Stage stage,
        double progress,
        @Nullable String message) {
    /** What kind of thing happened. */
    public enum Type {
        /** It got into another state. */
        STATE,
        /** It got further within a state. */
        PROGRESS,
        /** It succeeded: the last event of an attempt. */
        RESULT,
        /** It failed or was canceled: the last event of an attempt. */
        ERROR;

        /** The name used in JSON and in the database: {@code state}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What there is to tell of a change, in order. A final state is told twice: as a state, and with what came of it. */
    public static List<Type> between(JobStatus before, JobStatus after) {
        List<Type> types = new ArrayList<>();
        if (before.state() != after.state()) {
            types.add(Type.STATE);
            if (after.state().isFinal()) {
                types.add(after.state() == JobState.SUCCEEDED ? Type.RESULT : Type.ERROR);
            }
        } else if (before.stage() != after.stage()
                || before.progress() != after.progress()
                || !java.util.Objects.equals(before.message(), after.message())) {
            types.add(Type.PROGRESS);
        }
        return List.copyOf(types);
    }
}
