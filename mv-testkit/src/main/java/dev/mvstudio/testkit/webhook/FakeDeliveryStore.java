package dev.mvstudio.testkit.webhook;

import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.webhook.DeadLetter;
import dev.mvstudio.domain.webhook.Delivery;
import dev.mvstudio.domain.webhook.DeliveryStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Keeps deliveries in memory. */
public final class FakeDeliveryStore implements DeliveryStore {
    private final Predicate<JobId> jobs;
    private final Map<JobId, Delivery> kept = new HashMap<>();
    private final List<DeadLetter> letters = new ArrayList<>();

    /**
     * An empty one.
     *
     * @param jobs tells whether a job is there
     */
    public FakeDeliveryStore(Predicate<JobId> jobs) {
        this.jobs = jobs;
    }

    @Override
    public synchronized Delivery find(JobId job) {
        return jobs.test(job) ? kept.getOrDefault(job, Delivery.of(job)) : Delivery.of(job);
    }

    @Override
    public synchronized boolean save(Delivery d) {
        if (!jobs.test(d.job()) || find(d.job()).version() != d.version()) {
            return false;
        }
        kept.put(d.job(), new Delivery(d.job(), d.past(), d.tries(), d.notBefore(), d.gone(), d.version() + 1));
        return true;
    }

    @Override
    public synchronized boolean giveUp(Delivery delivery, DeadLetter letter) {
        boolean saved = save(delivery);
        if (saved) {
            letters.removeIf(l -> l.job().equals(letter.job()) && l.event() == letter.event());
            letters.add(letter);
        }
        return saved;
    }

    @Override
    public synchronized boolean goBack(JobId job, long event) {
        boolean saved = save(find(job).past(event - 1));
        if (saved) {
            letters.removeIf(l -> l.job().equals(job) && l.event() >= event);
        }
        return saved;
    }

    @Override
    public synchronized List<DeadLetter> dead(int limit) {
        return letters.stream()
                .filter(l -> jobs.test(l.job()))
                .sorted(Comparator.comparing(DeadLetter::at).reversed())
                .limit(limit)
                .toList();
    }
}
