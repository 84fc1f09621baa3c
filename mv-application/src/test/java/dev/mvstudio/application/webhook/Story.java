package dev.mvstudio.application.webhook;

import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.job.Stage;
import dev.mvstudio.domain.webhook.DeliveryStore;
import dev.mvstudio.testkit.job.FakeJobSchedule;
import dev.mvstudio.testkit.job.FakeJobStore;
import dev.mvstudio.testkit.job.Orders;
import dev.mvstudio.testkit.webhook.FakeDeliveryStore;
import dev.mvstudio.testkit.webhook.FakeWebhookSender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Jobs that somebody wants to be told of, and a schedule with a time of its own. */
final class Story {
    static final URI HOOK = URI.create("https://hooks.example.org/mv?token=canary");

    final FakeJobStore jobs = new FakeJobStore();
    final FakeDeliveryStore deliveries =
            new FakeDeliveryStore(id -> jobs.find(id).isPresent());
    final FakeWebhookSender sender = new FakeWebhookSender();
    final FakeJobSchedule schedule = new FakeJobSchedule();
    RandomGenerator chance = () -> 0;

    /** The server starts, or starts again. */
    void start() {
        start(deliveries);
    }

    void start(DeliveryStore store) {
        schedule.close();
        Backoff backoff = new Backoff(schedule.clock(), chance);
        Announcement words =
                (job, event) -> (WebhookEvents.type(event) + " " + event.id()).getBytes(StandardCharsets.UTF_8);
        schedule.start(Map.of(JobSchedule.Task.WEBHOOK, new Deliveries(jobs, store, sender, words, backoff)));
    }

    /** Orders a job; its first event is that it is queued. */
    JobId order(JobEvent.Type... events) {
        JobOrder o = Orders.plain();
        JobOrder told = new JobOrder(
                o.id(),
                o.kind(),
                o.place(),
                o.caller(),
                o.lane(),
                o.backend(),
                o.model(),
                o.flavor(),
                o.request(),
                o.warnings(),
                o.estimate(),
                o.keep(),
                o.createdAt(),
                o.idempotency(),
                new JobOrder.Webhook(HOOK, Set.copyOf(Arrays.asList(events))));
        jobs.create(told, Orders.lane(100));
        wake(o.id());
        return o.id();
    }

    void change(JobId job, UnaryOperator<JobStatus> change) {
        jobs.change(job, schedule.clock().instant(), change);
        wake(job);
    }

    void wake(JobId job) {
        schedule.wake(JobSchedule.Task.WEBHOOK, job.toString());
    }

    void run(JobId job) {
        change(job, s -> s.admitted(schedule.clock().instant()));
    }

    void progress(JobId job, double fraction) {
        change(job, s -> s.at(Stage.GENERATING, fraction, null));
    }

    void succeed(JobId job) {
        change(job, s -> s.succeeded("{}", schedule.clock().instant()));
    }

    void fail(JobId job) {
        change(job, s -> s.failed(Orders.error(false), schedule.clock().instant()));
    }

    /** The bodies that were sent, in order. */
    List<String> told() {
        return sender.sent().stream().map(FakeWebhookSender.Sent::body).toList();
    }
}
