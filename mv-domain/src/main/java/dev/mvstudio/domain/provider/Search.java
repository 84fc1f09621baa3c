package dev.mvstudio.domain.provider;

/** The answer to {@link Generator#find}. */
public sealed interface Search {
    /** It was started; this is its ticket. */
    record Found(Ticket ticket) implements Search {}

    /** The provider says that nothing was started for this key. Only then may it be started. */
    record Absent() implements Search {}

    /** The provider cannot tell. A person decides. */
    record Unknowable(String why) implements Search {}
}
