package dev.mvstudio.application.job;

import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.provider.SubmissionKey;
import java.time.Instant;

/**
 * A plan that is being carried out.
 *
 * @param attempt counts from 1
 * @param keep whether what it makes never expires
 * @param startedAt when it last got its place in the lane
 */
public record Job<Q>(JobId id, Plan<Q> plan, int attempt, boolean keep, Instant createdAt, Instant startedAt) {
    /** Names this attempt to the generator. */
    public SubmissionKey key() {
        return new SubmissionKey(attempt == 1 ? id.toString() : id + "-" + attempt);
    }

    /** The same id for the same thing made by this attempt, every time. */
    public AssetId assetId(String name) {
        return AssetId.of(id.value(), attempt == 1 ? name : name + " of attempt " + attempt);
    }
}
