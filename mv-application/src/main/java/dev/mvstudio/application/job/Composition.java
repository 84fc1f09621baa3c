package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.StoredJob;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Work that consists of other jobs. It remembers nothing: what to do next follows from the steps that are there.
 *
 * @param <Q> the complete request
 * @param <A> the answer
 */
public interface Composition<Q, A> {
    /** Decides what is missing. Called whenever a step ended, and now and then. */
    Next<A> next(Job<Q> job, Steps steps);

    /**
     * Whether it may have to wait for other jobs before its steps may run. Then a retry of the job leaves its failed steps
     * alone, and {@link #next} tries them again when it is their time; nobody else does.
     */
    boolean takesTurns();

    /**
     * What to do.
     *
     * @param <A> the answer
     */
    sealed interface Next<A> {
        /**
         * Begin these steps, if any, and wait for those that are not over.
         *
         * @param again steps that failed or were canceled, to be tried again
         * @param progress of the whole, 0.0–1.0
         * @param message for people
         */
        record Go<A>(List<Step> missing, List<Begun> again, double progress, String message) implements Next<A> {
            public Go {
                missing = List.copyOf(missing);
                again = List.copyOf(again);
            }

            /** Tries none again. */
            public Go(List<Step> missing, double progress, String message) {
                this(missing, List.of(), progress, message);
            }
        }

        record Done<A>(A answer) implements Next<A> {}

        record Broken<A>(JobError error) implements Next<A> {}
    }

    /** A step to begin. A job has each name once, so beginning it again does nothing. */
    record Step(String name, Plan<? extends Record> plan) {}

    /** The steps that were begun, in order. */
    record Steps(List<Begun> all) {
        public Steps {
            all = List.copyOf(all);
        }

        public Optional<Begun> find(String name) {
            return all.stream().filter(b -> b.name().equals(name)).findFirst();
        }
    }

    /**
     * A step that was begun.
     *
     * @param answer what came of it; null unless it succeeded
     */
    record Begun(String name, StoredJob job, @Nullable Answer answer) {}
}
