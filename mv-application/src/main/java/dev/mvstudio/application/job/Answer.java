package dev.mvstudio.application.job;

/** What comes of a job that succeeds. */
public interface Answer {
    /** How it was made. */
    Outcome outcome();
}
