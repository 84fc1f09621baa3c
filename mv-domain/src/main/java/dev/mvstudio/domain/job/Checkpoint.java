package dev.mvstudio.domain.job;

/** What is known for certain about an attempt, also after a crash. Each is kept before the next step is taken. */
public enum Checkpoint {
    /** Nothing was started. */
    NONE,
    /** It may have been started: only {@link dev.mvstudio.domain.provider.Generator#find} tells. */
    INTENT,
    /** It was started; the ticket is kept. */
    TICKET,
    /** It is finished; the outputs are known, but not yet collected. */
    OUTPUTS
}
