package dev.mvstudio.domain.job;

import java.util.UUID;

/** Names one piece of work. */
public record JobId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
