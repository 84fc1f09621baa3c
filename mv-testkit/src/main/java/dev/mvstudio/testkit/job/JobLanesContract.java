package dev.mvstudio.testkit.job;

import static dev.mvstudio.testkit.job.Orders.LANE;
import static dev.mvstudio.testkit.job.Orders.NOON;
import static dev.mvstudio.testkit.job.Orders.lane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.Lane;
import dev.mvstudio.domain.job.QueueFullException;
import dev.mvstudio.domain.job.StoredJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How jobs wait for their turn. */
abstract class JobLanesContract {
    /** The store under test, empty at first. */
    protected abstract JobStore store();

    /** The same store, as another process sees it. */
    protected abstract JobStore sameStore();

    protected StoredJob create(JobOrder order) {
        return store().create(order, lane(1)).job();
    }

    protected JobState stateOf(JobId id) {
        return store().find(id).orElseThrow().state();
    }

    protected JobId succeeded(JobId id, Instant at) {
        return store().change(id, at, s -> s.succeeded("{}", at)).id();
    }

    @Test
    void only_as_many_run_as_the_lane_is_wide() {
        List<JobId> ids =
                IntStream.range(0, 4).mapToObj(i -> create(Orders.plain()).id()).toList();

        assertThat(store().admit(lane(2), NOON)).containsExactly(ids.get(0), ids.get(1));
        assertThat(sameStore().admit(lane(2), NOON)).isEmpty();
        succeeded(ids.get(0), NOON);
        assertThat(sameStore().admit(lane(2), NOON)).containsExactly(ids.get(2));
    }

    @Test
    void who_got_a_place_is_running_and_an_event_tells_it() {
        JobId id = create(Orders.plain()).id();
        Instant later = NOON.plusSeconds(7);

        store().admit(lane(1), later);

        JobStatus status = sameStore().find(id).orElseThrow().status();
        assertThat(status).isEqualTo(JobStatus.queued(false).admitted(later));
        assertThat(store().events(id, 1, 10))
                .containsExactly(
                        new JobEvent(id, 2, JobEvent.Type.STATE, later, JobState.RUNNING, status.stage(), 0, null));
    }

    @Test
    void a_job_that_is_being_canceled_still_has_its_place() {
        JobId first = create(Orders.plain()).id();
        create(Orders.plain());
        store().admit(lane(1), NOON);

        store().change(first, NOON, JobStatus::canceling);

        assertThat(store().admit(lane(1), NOON)).isEmpty();
    }

    @Test
    void a_wider_lane_lets_more_through_and_a_narrower_one_waits() {
        IntStream.range(0, 5).forEach(i -> create(Orders.plain()));

        assertThat(store().admit(lane(3), NOON)).hasSize(3);
        assertThat(store().admit(lane(1), NOON)).isEmpty();
        assertThat(store().admit(lane(4), NOON)).hasSize(1);
    }

    @Test
    void only_so_many_begin_within_any_minute() {
        IntStream.range(0, 6).forEach(i -> create(Orders.plain()));
        Lane lane = new Lane(LANE, 100, 2, 100);

        assertThat(store().admit(lane, NOON)).hasSize(2);
        assertThat(sameStore().admit(lane, NOON.plusSeconds(59))).isEmpty();
        assertThat(store().admit(lane, NOON.plusSeconds(60))).hasSize(2);
        assertThat(store().admit(lane, NOON.plusSeconds(61))).isEmpty();
    }

    @Test
    void retries_and_removed_jobs_count_for_the_minute() {
        Lane lane = new Lane(LANE, 100, 2, 100);
        JobId id = create(Orders.plain()).id();
        store().admit(lane, NOON);
        store().change(id, NOON, s -> s.failed(Orders.error(false), NOON));
        store().change(id, NOON, JobStatus::again);
        store().admit(lane, NOON);
        store().delete(id);
        create(Orders.plain());

        assertThat(store().admit(lane, NOON)).isEmpty();
        assertThat(store().admit(lane, NOON.plusSeconds(60))).hasSize(1);
    }

    @Test
    void lanes_do_not_disturb_each_other() {
        create(Orders.plain());
        JobId other = create(Orders.in("replicate", Orders.plain())).id();

        assertThat(store().lanesInUse()).containsExactlyInAnyOrder(LANE, "replicate");
        assertThat(store().admit(lane(1), NOON)).hasSize(1);
        assertThat(store().admit(new Lane("replicate", 1, 1, 1), NOON)).containsExactly(other);
        assertThat(store().lanesInUse()).isEmpty();
    }

    @Test
    void callers_take_turns() {
        List<JobId> greedy = IntStream.range(0, 4)
                .mapToObj(i -> create(Orders.by("greedy")).id())
                .toList();
        JobId modest = create(Orders.by("modest")).id();
        JobId shy = create(Orders.by("shy")).id();

        assertThat(store().admit(lane(3), NOON)).containsExactly(greedy.get(0), modest, shy);
        assertThat(store().admit(lane(4), NOON)).containsExactly(greedy.get(1));
    }

    @Test
    void who_has_more_running_waits_longer() {
        create(Orders.by("greedy"));
        create(Orders.by("greedy"));
        store().admit(lane(2), NOON);
        JobId third = create(Orders.by("greedy")).id();
        JobId modest = create(Orders.by("modest")).id();
        JobId second = create(Orders.by("modest")).id();

        assertThat(List.of(modest, second, third))
                .map(id -> store().position(id).orElseThrow())
                .containsExactly(1, 2, 3);
        assertThat(store().admit(lane(3), NOON)).containsExactly(modest);
    }

    @Test
    void who_is_queued_again_goes_to_the_end() {
        JobId first = create(Orders.plain()).id();
        JobId second = create(Orders.plain()).id();
        store().change(first, NOON, s -> s.failed(Orders.error(false), NOON));
        store().change(first, NOON.plusSeconds(1), JobStatus::again);

        assertThat(store().admit(lane(1), NOON.plusSeconds(2))).containsExactly(second);
    }

    @Test
    void the_position_is_the_order_of_the_turns() {
        List<JobId> ids =
                IntStream.range(0, 3).mapToObj(i -> create(Orders.plain()).id()).toList();

        assertThat(ids).map(id -> store().position(id).orElseThrow()).containsExactly(1, 2, 3);
        store().admit(lane(1), NOON);
        assertThat(sameStore().position(ids.get(0))).isEmpty();
        assertThat(sameStore().position(ids.get(1))).contains(1);
        assertThat(store().position(Orders.id())).isEmpty();
    }

    @Test
    void a_full_lane_takes_no_more() {
        Lane lane = new Lane(LANE, 1, null, 2);
        IntStream.range(0, 3).forEach(i -> store().create(Orders.plain(), lane));
        JobOrder refused = Orders.plain();

        assertThatThrownBy(() -> store().create(refused, lane))
                .isInstanceOfSatisfying(
                        QueueFullException.class, e -> assertThat(e.lane()).isEqualTo(lane));

        assertThat(sameStore().find(refused.id())).isEmpty();
        store().admit(lane, NOON);
        assertThatThrownBy(() -> store().create(Orders.plain(), lane)).isInstanceOf(QueueFullException.class);
    }

    @Test
    void a_lane_where_nobody_may_wait_takes_what_can_begin() {
        Lane lane = new Lane(LANE, 1, null, 0);
        JobId id = store().create(Orders.plain(), lane).job().id();

        assertThatThrownBy(() -> store().create(Orders.plain(), lane)).isInstanceOf(QueueFullException.class);
        store().admit(lane, NOON);
        assertThatThrownBy(() -> store().create(Orders.plain(), lane)).isInstanceOf(QueueFullException.class);
        succeeded(id, NOON);
        store().create(Orders.plain(), lane);
    }

    @Test
    void steps_of_larger_jobs_are_never_too_many() {
        JobId film = create(Orders.in("film", Orders.plain())).id();
        Lane lane = new Lane(LANE, 1, null, 0);

        IntStream.range(0, 5).forEach(i -> store().create(Orders.step(film, "clip " + i), lane));

        assertThat(store().children(film)).hasSize(5);
        store().create(Orders.plain(), lane);
    }

    @Test
    void a_known_key_is_answered_also_by_a_full_lane() {
        Lane lane = new Lane(LANE, 1, null, 0);
        JobOrder order = Orders.keyed("me", "key", "print");
        store().create(order, lane);

        assertThat(store().create(Orders.keyed("me", "key", "print"), lane)
                        .job()
                        .id())
                .isEqualTo(order.id());
    }

    @Test
    void no_place_is_given_twice_when_all_ask_at_once() throws Exception {
        IntStream.range(0, 20).forEach(i -> create(Orders.by("caller " + i % 3)));

        List<JobId> admitted = atOnce(16, i -> (i % 2 == 0 ? store() : sameStore()).admit(lane(7), NOON)).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(admitted).hasSize(7).doesNotHaveDuplicates();
        assertThat(store().active()).containsExactlyInAnyOrderElementsOf(admitted);
    }

    @Test
    void not_one_too_many_gets_into_a_lane_when_all_come_at_once() throws Exception {
        Lane lane = new Lane(LANE, 1, null, 5);

        List<Boolean> taken = atOnce(20, i -> {
            try {
                (i % 2 == 0 ? store() : sameStore()).create(Orders.plain(), lane);
                return true;
            } catch (QueueFullException e) {
                return false;
            }
        });

        assertThat(taken).filteredOn(t -> t).hasSize(6);
    }

    /** Something that may fail. */
    protected interface Act<T> {
        T perform(int number) throws Exception;
    }

    protected static <T> List<T> atOnce(int times, Act<T> act) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                futures.add(threads.submit(() -> act.perform(number)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("one of those at once failed", e.getCause());
        }
    }
}
