package dev.mvstudio.domain.webhook;

import dev.mvstudio.domain.job.JobId;
import java.net.URI;
import java.time.Instant;

/**
 * An event that could not be told.
 *
 * @param event its number within the job
 * @param url where it was to go
 * @param tries how often that was tried
 * @param at when it was given up
 * @param answer what came back for the last try, for a person: {@code 503}, {@code connection refused}
 */
public record DeadLetter(JobId job, long event, URI url, int tries, Instant at, String answer) {}
