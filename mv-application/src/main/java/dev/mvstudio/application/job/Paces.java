package dev.mvstudio.application.job;

import dev.mvstudio.domain.provider.Backend;
import java.time.Duration;

/** How often each backend is asked how far a generation is. */
@FunctionalInterface
public interface Paces {
    /** The same for all. */
    Paces USUAL = (backend, usual) -> usual;

    /**
     * Between two questions, at first.
     *
     * @param usual the installation's own
     */
    Duration interval(Backend backend, Duration usual);
}
