package dev.mvstudio.testkit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.webhook.DeadLetter;
import dev.mvstudio.domain.webhook.Delivery;
import dev.mvstudio.domain.webhook.DeliveryStore;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link DeliveryStore} holds to. */
public abstract class DeliveryStoreContract {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final URI THERE = URI.create("https://example.org/hook?a=b&c=%C3%BC");

    /** An empty one at the first call within a test; afterwards another one over the same data, as after a restart. */
    protected abstract DeliveryStore store();

    /** A new job, as far as the store has to know it. */
    protected abstract JobId job();

    /** The job is deleted. */
    protected abstract void delete(JobId job);

    private static DeadLetter letter(JobId job, long event, Instant at) {
        return new DeadLetter(job, event, THERE, 10, at, "503");
    }

    @Test
    public void nothing_is_told_at_first() {
        JobId job = job();

        assertThat(store().find(job)).isEqualTo(Delivery.of(job));
        assertThat(store().dead(10)).isEmpty();
    }

    @Test
    public void what_was_saved_is_there_after_a_restart() {
        JobId job = job();
        Delivery tried = Delivery.of(job).past(3).triedUntil(NOON);

        assertThat(store().save(tried)).isTrue();

        assertThat(store().find(job)).isEqualTo(new Delivery(job, 3, 1, NOON, false, 1));
        assertThat(store().save(store().find(job).gone(4))).isTrue();
        assertThat(store().find(job)).isEqualTo(new Delivery(job, 4, 0, null, true, 2));
    }

    @Test
    public void jobs_do_not_know_of_each_other() {
        JobId one = job();
        JobId other = job();

        store().save(Delivery.of(one).past(3));

        assertThat(store().find(other)).isEqualTo(Delivery.of(other));
    }

    @Test
    public void who_read_before_somebody_else_saved_changes_nothing() {
        JobId job = job();
        Delivery early = store().find(job);
        assertThat(store().save(early.past(1))).isTrue();
        Delivery late = store().find(job);
        assertThat(store().save(late.past(2))).isTrue();

        assertThat(store().save(early.past(7))).isFalse();
        assertThat(store().save(late.past(8))).isFalse();
        assertThat(store().giveUp(late.past(9), letter(job, 9, NOON))).isFalse();

        assertThat(store().find(job).past()).isEqualTo(2);
        assertThat(store().dead(10)).isEmpty();
    }

    @Test
    public void of_many_who_save_at_once_one_does() throws Exception {
        JobId job = job();
        DeliveryStore store = store();
        for (int round = 0; round < 5; round++) {
            Delivery next = store.find(job).past(round + 1);
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                List<Future<Boolean>> saves =
                        threads.invokeAll(java.util.Collections.nCopies(8, () -> store.save(next)));
                int saved = 0;
                for (Future<Boolean> save : saves) {
                    saved += save.get() ? 1 : 0;
                }
                assertThat(saved).isEqualTo(1);
            }
        }
        assertThat(store.find(job).version()).isEqualTo(5);
    }

    @Test
    public void what_was_given_up_is_listed_last_first() {
        JobId one = job();
        JobId other = job();

        assertThat(store().giveUp(Delivery.of(one).past(1), letter(one, 1, NOON)))
                .isTrue();
        assertThat(store().giveUp(Delivery.of(other).past(2), letter(other, 2, NOON.plusSeconds(2))))
                .isTrue();
        assertThat(store().giveUp(store().find(one).past(2), letter(one, 2, NOON.plusSeconds(1))))
                .isTrue();

        assertThat(store().dead(10))
                .containsExactly(
                        letter(other, 2, NOON.plusSeconds(2)),
                        letter(one, 2, NOON.plusSeconds(1)),
                        letter(one, 1, NOON));
        assertThat(store().dead(1)).containsExactly(letter(other, 2, NOON.plusSeconds(2)));
        assertThat(store().find(one)).isEqualTo(new Delivery(one, 2, 0, null, false, 2));
    }

    @Test
    public void an_event_that_is_given_up_again_has_one_letter() {
        JobId job = job();

        store().giveUp(Delivery.of(job).past(1), letter(job, 1, NOON));
        store().giveUp(store().find(job).past(1), letter(job, 1, NOON.plusSeconds(5)));

        assertThat(store().dead(10)).containsExactly(letter(job, 1, NOON.plusSeconds(5)));
    }

    @Test
    public void going_back_brings_the_letters_to_life_from_there_on() {
        JobId job = job();
        store().giveUp(Delivery.of(job).past(1), letter(job, 1, NOON));
        store().giveUp(store().find(job).past(2), letter(job, 2, NOON));
        store().giveUp(store().find(job).gone(3), letter(job, 3, NOON));
        Delivery before = store().find(job);

        assertThat(store().goBack(job, 2)).isTrue();

        Delivery after = store().find(job);
        assertThat(after).isEqualTo(new Delivery(job, 1, 0, null, false, after.version()));
        assertThat(store().dead(10)).containsExactly(letter(job, 1, NOON));
        assertThat(store().save(before.past(4))).as("from before").isFalse();
        assertThat(store().save(after.past(2))).isTrue();
    }

    @Test
    public void one_can_go_back_before_anything_was_saved() {
        JobId job = job();

        assertThat(store().goBack(job, 1)).isTrue();

        assertThat(store().find(job).past()).isZero();
        assertThat(store().save(store().find(job).past(1))).isTrue();
    }

    @Test
    public void what_is_kept_of_a_job_goes_with_it() {
        JobId job = job();
        store().giveUp(Delivery.of(job).past(1), letter(job, 1, NOON));
        Delivery last = store().find(job);

        delete(job);

        assertThat(store().find(job)).isEqualTo(Delivery.of(job));
        assertThat(store().dead(10)).isEmpty();
        assertThat(store().save(last.past(2))).isFalse();
        assertThat(store().goBack(job, 1)).isFalse();
    }

    @Test
    public void of_a_job_that_never_was_nothing_is_kept() {
        JobId nobody = new JobId(new UUID(1, 2));

        assertThat(store().save(Delivery.of(nobody).past(1))).isFalse();
        assertThat(store().giveUp(Delivery.of(nobody).past(1), letter(nobody, 1, NOON)))
                .isFalse();
        assertThat(store().goBack(nobody, 1)).isFalse();
        assertThat(store().find(nobody)).isEqualTo(Delivery.of(nobody));
    }
}
