package dev.mvstudio.application.job;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param timeout the whole of one generation
 * @param pollInterval between two questions to the backend
 * @param collectAttempts how often a broken download is begun, at least 1
 */
public record JobTiming(Duration timeout, Duration pollInterval, int collectAttempts) {}
