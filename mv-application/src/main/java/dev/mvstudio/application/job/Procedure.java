package dev.mvstudio.application.job;

/**
 * How a kind of job is done, and what its request and answer are kept as.
 *
 * @param <Q> the complete request
 * @param <A> the answer
 */
public sealed interface Procedure<Q extends Record, A extends Record & Answer> {
    JobKind kind();

    Class<Q> request();

    Class<A> answer();

    /** By a generator. */
    record Remote<Q extends Record, A extends Record & Answer>(
            JobKind kind, Class<Q> request, Class<A> answer, Generation<Q, A> steps) implements Procedure<Q, A> {}

    /** Here, in one go. */
    record Local<Q extends Record, A extends Record & Answer>(
            JobKind kind, Class<Q> request, Class<A> answer, LocalGeneration<Q, A> work) implements Procedure<Q, A> {}

    /** By other jobs. */
    record Composite<Q extends Record, A extends Record & Answer>(
            JobKind kind, Class<Q> request, Class<A> answer, Composition<Q, A> composition)
            implements Procedure<Q, A> {}
}
