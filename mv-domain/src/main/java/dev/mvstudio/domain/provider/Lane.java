package dev.mvstudio.domain.provider;

import org.jspecify.annotations.Nullable;

/**
 * Where jobs wait for their turn: one lane for each backend.
 *
 * @param width how many run at once, at least 1
 * @param perMinute how many begin within any 60 seconds; null for no limit
 * @param maxQueued how many may wait, 0 for none
 */
public record Lane(String name, int width, @Nullable Integer perMinute, int maxQueued) {
    public Lane {
        if (width < 1 || maxQueued < 0 || (perMinute != null && perMinute < 1)) {
            throw new IllegalArgumentException("a lane lets at least one job through: " + name);
        }
    }

    /** One that lets everything through. */
    public static Lane open(String name) {
        return new Lane(name, Integer.MAX_VALUE, null, Integer.MAX_VALUE);
    }
}
