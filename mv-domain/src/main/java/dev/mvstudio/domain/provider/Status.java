package dev.mvstudio.domain.provider;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a started generation is. {@link Finished}, {@link Failed} and {@link Canceled} are final. */
public sealed interface Status {
    /**
     * Accepted, not yet begun.
     *
     * @param position how many are ahead of it, when known; 0 means it is next
     * @param eta when it may begin, when known
     */
    record Pending(@Nullable Integer position, @Nullable Duration eta) implements Status {}

    /**
     * At work.
     *
     * @param progress 0.0–1.0, when the provider tells
     */
    record Running(@Nullable Double progress) implements Status {}

    record Finished(List<Output> outputs) implements Status {
        public Finished {
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * It will not be finished. With {@link ErrorCode#PROVIDER_UNAVAILABLE} the provider broke it off, by no fault of the
     * request and without charge, so that it may be started once more without asking anybody.
     */
    record Failed(ProviderError error) implements Status {}

    record Canceled() implements Status {}
}
