package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobId;
import java.time.Instant;

/** A plan that is being carried out. */
public record Job<Q>(JobId id, Plan<Q> plan, Instant createdAt) {}
