package dev.mvstudio.domain.provider;

import java.util.List;

/** The answer to {@link Generator#find}. */
public sealed interface Search {
    /** It was started; this is its ticket. */
    record Found(Ticket ticket) implements Search {}

    /**
     * The provider does not know the key, but has generations of the very same request that were started since: any one
     * of them that belongs to no other job is as good as the one that is looked for. When all belong to others, nothing
     * was started. Those that failed or were canceled are of use to nobody, and left out.
     *
     * @param tickets the likeliest first, at least one
     */
    record Alike(List<Ticket> tickets) implements Search {
        public Alike {
            tickets = List.copyOf(tickets);
        }
    }

    /** The provider says that nothing was started for this key. Only then may it be started. */
    record Absent() implements Search {}

    /** The provider cannot tell. A person decides. */
    record Unknowable(String why) implements Search {}
}
