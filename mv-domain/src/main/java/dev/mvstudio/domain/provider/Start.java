package dev.mvstudio.domain.provider;

import java.util.List;

/** The answer to {@link Generator#start}. */
public sealed interface Start {
    /** Accepted; ask for it by its ticket. */
    record Running(Ticket ticket) implements Start {}

    /** Already done. */
    record Finished(List<Output> outputs) implements Start {
        public Finished {
            outputs = List.copyOf(outputs);
        }
    }
}
