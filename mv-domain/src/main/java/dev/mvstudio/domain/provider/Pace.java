package dev.mvstudio.domain.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often a backend is asked how far a generation is.
 *
 * @param interval between two questions, at first; null for the installation's own. One that takes long is asked about
 *     less often
 * @param whenTold between two questions where the backend sends notices by itself, and a question only makes up for a lost
 *     one; null for the same as without them
 */
public record Pace(@Nullable Duration interval, @Nullable Duration whenTold) {
    /** The installation's own. */
    public static final Pace USUAL = new Pace(null, null);
}
