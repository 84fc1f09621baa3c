package dev.mvstudio.application.webhook;

import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobOrder.Webhook;
import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.domain.webhook.DeadLetter;
import dev.mvstudio.domain.webhook.Delivery;
import dev.mvstudio.domain.webhook.DeliveryStore;
import dev.mvstudio.domain.webhook.Receipt;
import dev.mvstudio.domain.webhook.WebhookSender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever asked for it what happened to a job: each event once at least, in order, the next one when the one before
 * was told or given up. The worker of {@link JobSchedule.Task#WEBHOOK}; a step sends one message.
 */
public final class Deliveries implements JobSchedule.Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int PAGE = 100;
    private static final int LONGEST_ANSWER = 200;
    private static final Optional<Duration> AT_ONCE = Optional.of(Duration.ZERO);

    private final JobStore jobs;
    private final DeliveryStore deliveries;
    private final WebhookSender sender;
    private final Announcement announcement;
    private final Backoff backoff;

    public Deliveries(
            JobStore jobs, DeliveryStore deliveries, WebhookSender sender, Announcement announcement, Backoff backoff) {
        this.jobs = jobs;
        this.deliveries = deliveries;
        this.sender = sender;
        this.announcement = announcement;
        this.backoff = backoff;
    }

    /** Names the message of an event, also when it is sent again. Has no full stop, which ends the id in a signature. */
    public static String messageId(JobEvent event) {
        return event.job() + "_" + event.id();
    }

    @Override
    public Optional<Duration> step(String name) {
        StoredJob job = jobs.find(new JobId(UUID.fromString(name))).orElse(null);
        Webhook webhook = job == null ? null : job.order().webhook();
        if (job == null || webhook == null) {
            return Optional.empty();
        }
        Delivery delivery = deliveries.find(job.id());
        Duration wait = backoff.until(delivery.notBefore());
        if (delivery.gone() || !wait.isZero()) {
            return delivery.gone() ? Optional.empty() : Optional.of(wait);
        }
        return next(job, webhook, delivery);
    }

    private Optional<Duration> next(StoredJob job, Webhook webhook, Delivery delivery) {
        List<JobEvent> page = jobs.events(job.id(), delivery.past(), PAGE);
        for (JobEvent event : page) {
            if (WebhookEvents.isWanted(event, webhook)) {
                return tell(job, webhook, event, delivery);
            }
        }
        return page.size() < PAGE
                ? Optional.empty()
                : saved(delivery.past(page.getLast().id()));
    }

    private Optional<Duration> tell(StoredJob job, Webhook webhook, JobEvent event, Delivery delivery) {
        byte[] body = announcement.render(job, event);
        Receipt receipt = sender.send(webhook.url(), messageId(event), backoff.now(), body);
        return switch (receipt) {
            case Receipt.Accepted() -> saved(delivery.past(event.id()));
            case Receipt.Refused refused
            when refused.isGone() -> givenUp(delivery.gone(event.id()), letter(webhook, event, delivery, "410"));
            case Receipt.Refused(int status, Duration retryAfter) ->
                failed(delivery, letter(webhook, event, delivery, String.valueOf(status)), retryAfter);
            case Receipt.Unreachable(String details) ->
                failed(delivery, letter(webhook, event, delivery, details), null);
        };
    }

    private DeadLetter letter(Webhook webhook, JobEvent event, Delivery delivery, String answer) {
        String shortened = answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer;
        return new DeadLetter(event.job(), event.id(), webhook.url(), delivery.tries() + 1, backoff.now(), shortened);
    }

    private Optional<Duration> failed(Delivery delivery, DeadLetter letter, @Nullable Duration retryAfter) {
        if (letter.tries() >= Backoff.TRIES) {
            return givenUp(delivery.past(letter.event()), letter);
        }
        Instant again = backoff.now().plus(backoff.pause(letter.tries(), retryAfter));
        log("was not told", letter);
        return saved(delivery.triedUntil(again));
    }

    private Optional<Duration> givenUp(Delivery delivery, DeadLetter letter) {
        boolean kept = deliveries.giveUp(delivery, letter);
        if (kept) {
            log("was given up", letter);
        }
        return AT_ONCE;
    }

    /** When somebody else was faster, what is kept now tells what to do. */
    private Optional<Duration> saved(Delivery delivery) {
        return deliveries.save(delivery) ? Optional.of(backoff.until(delivery.notBefore())) : AT_ONCE;
    }

    /** Without the address, which may hold what only its owner shall know. */
    private static void log(String what, DeadLetter letter) {
        LOG.warn(
                "webhook: event {} of job {} {} to {} (try {} of {}): {}",
                letter.event(),
                letter.job(),
                what,
                letter.url().getHost(),
                letter.tries(),
                Backoff.TRIES,
                letter.answer());
    }
}
