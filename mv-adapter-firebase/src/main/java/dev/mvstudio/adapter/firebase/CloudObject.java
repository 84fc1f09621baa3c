package dev.mvstudio.adapter.firebase;

import com.google.cloud.storage.Blob;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an object.
 *
 * @param generation another one for each time that it was written
 * @param updated by Google's clock
 */
record CloudObject(String name, long generation, long size, Instant updated, Map<String, String> metadata) {
    CloudObject {
        metadata = Map.copyOf(metadata);
    }

    static CloudObject of(Blob blob) {
        Map<String, String> metadata = new HashMap<>();
        Map<String, @Nullable String> said = blob.getMetadata();
        if (said != null) {
            said.forEach((key, value) -> {
                if (value != null) {
                    metadata.put(key, value);
                }
            });
        }
        OffsetDateTime updated = blob.getUpdateTimeOffsetDateTime();
        return new CloudObject(
                blob.getName(),
                Objects.requireNonNull(blob.getGeneration()),
                blob.getSize(),
                updated == null ? Instant.EPOCH : updated.toInstant(),
                metadata);
    }
}
