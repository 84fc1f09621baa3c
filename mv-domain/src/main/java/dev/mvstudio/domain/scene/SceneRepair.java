package dev.mvstudio.domain.scene;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import java.util.List;

/**
 * Has scenes written by a language model, which need not keep to what it was asked for: it is asked again with what was
 * wrong, a few times.
 */
public final class SceneRepair {
    /** Puts the question to a language model. */
    @FunctionalInterface
    public interface Author {
        /**
         * Asks once.
         *
         * @param objections what was wrong with the answer before this one, in sentences; empty the first time
         * @throws ProviderException when there is no answer; it is not asked again then
         */
        Attempt write(List<String> objections);
    }

    private final Backend backend;
    private final int attempts;

    /**
     * For one backend.
     *
     * @param attempts how often it is asked at most, at least 1; each time costs
     */
    public SceneRepair(Backend backend, int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException("it must be asked at least once: " + attempts);
        }
        this.backend = backend;
        this.attempts = attempts;
    }

    /**
     * Has the scenes written.
     *
     * @return scenes in which {@link SceneCheck} finds no fault
     * @throws ProviderException with {@link ErrorCode#INVALID_PROVIDER_RESPONSE} and the faults of the last answer when
     *     none was good enough
     */
    public List<Scene> write(SceneRequest request, Author author) {
        List<String> objections = List.of();
        for (int i = 0; i < attempts; i++) {
            Attempt attempt = author.write(objections);
            objections = objections(request, attempt);
            if (objections.isEmpty()) {
                return attempt.scenes();
            }
        }
        throw new ProviderException(ProviderError.of(
                ErrorCode.INVALID_PROVIDER_RESPONSE,
                backend,
                request.model() + " did not write the scenes as it was asked to"
                        + (attempts == 1 ? "" : ", even when it was asked " + attempts + " times") + ": "
                        + String.join(" ", objections)));
    }

    private static List<String> objections(SceneRequest request, Attempt attempt) {
        return attempt.faults().isEmpty()
                ? SceneCheck.faults(request, attempt.scenes())
                : SceneCheck.shortened(attempt.faults());
    }
}
