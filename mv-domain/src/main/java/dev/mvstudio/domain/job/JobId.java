package dev.mvstudio.domain.job;

import dev.mvstudio.domain.asset.AssetId;
import java.util.Optional;
import java.util.UUID;

/** Names one piece of work. */
public record JobId(UUID value) {
    /** Reads the canonical lower-case form only; empty for anything else. */
    public static Optional<JobId> parse(String text) {
        return AssetId.parse(text).map(id -> new JobId(id.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
