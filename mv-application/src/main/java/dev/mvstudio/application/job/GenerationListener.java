package dev.mvstudio.application.job;

/** Hears of every generation. Must not throw and must not wait. */
public interface GenerationListener {
    GenerationListener NONE = new GenerationListener() {};

    /**
     * A request was completed.
     *
     * @param command what the caller said
     * @param configured the parameters that the configuration holds for this kind
     */
    default void planned(Object command, Object configured, Plan<?> plan) {}

    /** A language model answered, which may be of no use. */
    default void answered(Job<?> job, String answer) {}

    default void finished(Job<?> job, Object result) {}

    default void failed(Job<?> job, RuntimeException why) {}
}
