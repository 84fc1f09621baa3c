package dev.mvstudio.application.webhook;

import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobOrder.Webhook;
import dev.mvstudio.domain.job.JobState;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of events that others can be told of. */
public final class WebhookEvents {
    /** What is told when an order does not say: how it ended. */
    public static final Set<JobEvent.Type> DEFAULT = Set.of(JobEvent.Type.RESULT, JobEvent.Type.ERROR);

    private WebhookEvents() {}

    /** Reads {@code result}. */
    static Optional<JobEvent.Type> parse(String word) {
        return Arrays.stream(JobEvent.Type.values())
                .filter(t -> t.word().equals(word))
                .findFirst();
    }

    /** All words: {@code state, progress, result, error}. */
    static String words() {
        return Arrays.stream(JobEvent.Type.values()).map(JobEvent.Type::word).collect(Collectors.joining(", "));
    }

    /** Whether this is to be told. That a job has ended is told once, also to those who asked for states and results. */
    static boolean isWanted(JobEvent event, Webhook webhook) {
        return webhook.events().contains(event.type()) && !isToldByItsOutcome(event, webhook);
    }

    private static boolean isToldByItsOutcome(JobEvent event, Webhook webhook) {
        JobEvent.Type outcome = event.state() == JobState.SUCCEEDED ? JobEvent.Type.RESULT : JobEvent.Type.ERROR;
        return event.type() == JobEvent.Type.STATE
                && event.state().isFinal()
                && webhook.events().contains(outcome);
    }

    /** What happened, as receivers read it: {@code job.progress}, else the state, such as {@code job.succeeded}. */
    public static String type(JobEvent event) {
        return "job."
                + (event.type() == JobEvent.Type.PROGRESS
                        ? JobEvent.Type.PROGRESS.word()
                        : event.state().word());
    }
}
