package dev.mvstudio.domain.job;

/** What became of an order. */
public sealed interface Creation {
    /** The job that the order stands for. */
    StoredJob job();

    /** It is new. */
    record Created(StoredJob job) implements Creation {}

    /** The same caller's key, or the same step of the same larger job, was there before. Compare the fingerprints. */
    record Existing(StoredJob job) implements Creation {}
}
