package dev.mvstudio.testkit.job;

import static dev.mvstudio.testkit.job.Orders.BACKEND;
import static dev.mvstudio.testkit.job.Orders.KIND;
import static dev.mvstudio.testkit.job.Orders.MODEL;
import static dev.mvstudio.testkit.job.Orders.NOON;
import static dev.mvstudio.testkit.job.Orders.lane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mvstudio.domain.cost.Money;
import dev.mvstudio.domain.job.Checkpoint;
import dev.mvstudio.domain.job.Creation;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobFilter;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.job.Stage;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.Ticket;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link dev.mvstudio.domain.job.JobStore} must keep to. */
public abstract class JobStoreContract extends JobTicketsContract {
    private static final Output OUTPUT = new Output(BACKEND, URI.create("https://example.org/clip.mp4?x=1"));

    private static JobOrder complete(JobId parent) {
        return new JobOrder(
                Orders.id(),
                KIND,
                new JobOrder.Place(parent, "clip 3"),
                "me",
                Orders.LANE,
                BACKEND,
                MODEL,
                "fixed",
                "{\"prompt\":\"" + "ö猫\n".repeat(10_000) + "\"}",
                List.of("no audio", "a, \"b\"; c"),
                new Money(new BigDecimal("1234567.001"), Currency.getInstance("EUR")),
                true,
                NOON,
                new JobOrder.Idempotency("k".repeat(255), "f".repeat(64)),
                new JobOrder.Webhook(
                        URI.create("https://example.org/hook?a=b"), Set.of(JobEvent.Type.RESULT, JobEvent.Type.ERROR)));
    }

    private StoredJob change(JobId id, UnaryOperator<JobStatus> change) {
        return store().change(id, NOON, change);
    }

    private JobId running() {
        JobId id = create(Orders.plain()).id();
        change(id, s -> s.admitted(NOON));
        return id;
    }

    @Test
    void a_new_job_is_queued() {
        JobOrder order = Orders.plain();

        Creation creation = store().create(order, lane(1));

        assertThat(creation).isInstanceOf(Creation.Created.class);
        StoredJob job = sameStore().find(order.id()).orElseThrow();
        assertThat(job).isEqualTo(creation.job());
        assertThat(job.status()).isEqualTo(JobStatus.queued(false));
        assertThat(job.order()).isEqualTo(order);
        assertThat(sameStore().events(order.id(), 0, 10))
                .containsExactly(new JobEvent(
                        order.id(), 1, JobEvent.Type.STATE, NOON, JobState.QUEUED, Stage.WAITING, 0, null));
    }

    @Test
    void all_that_was_ordered_is_kept() {
        JobOrder order = complete(create(Orders.plain()).id());

        store().create(order, lane(1));

        assertThat(sameStore().find(order.id()).orElseThrow().order()).isEqualTo(order);
        assertThat(sameStore().find(order.id()).orElseThrow().status().keep()).isTrue();
    }

    @Test
    void all_that_is_reached_is_kept() {
        JobId id = running();

        StoredJob changed = change(
                id,
                s -> s.intended(NOON)
                        .at(Checkpoint.OUTPUTS, newTicket(), List.of(OUTPUT, OUTPUT))
                        .at(Stage.COLLECTING, 0.75, "ö\n猫"));

        assertThat(changed.status().outputs()).containsExactly(OUTPUT, OUTPUT);
        assertThat(sameStore().find(id)).contains(changed);
        assertThat(change(id, s -> s.succeeded("{\"result\":1}", NOON.plusSeconds(3))))
                .isEqualTo(sameStore().find(id).orElseThrow());
    }

    @Test
    void why_it_failed_is_kept() {
        JobId id = running();
        JobError error =
                new JobError("RATE_LIMIT_EXCEEDED", BACKEND, "slow\ndown", true, true, Duration.ofMillis(1500));

        StoredJob failed = change(id, s -> s.failed(error, NOON.plusSeconds(3)));

        assertThat(failed.status().error()).isEqualTo(error);
        assertThat(sameStore().find(id)).contains(failed);
    }

    @Test
    void what_is_answered_is_what_is_kept_to_the_last_digit() {
        Instant fine = Instant.parse("2026-06-01T12:00:00.987654321Z");
        JobId id = running();

        StoredJob changed = store().change(id, fine, s -> s.failed(Orders.error(false), fine));

        assertThat(sameStore().find(id)).contains(changed);
    }

    @Test
    void a_retry_begins_anew_or_goes_on() {
        JobId anew = running();
        change(anew, s -> s.at(Checkpoint.TICKET, newTicket(), List.of()).failed(Orders.error(false), NOON));
        Ticket ticket = newTicket();
        JobId goesOn = running();
        change(goesOn, s -> s.at(Checkpoint.TICKET, ticket, List.of()).failed(Orders.error(true), NOON));

        JobStatus second = change(anew, JobStatus::again).status();
        JobStatus same = change(goesOn, JobStatus::again).status();

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.ticket()).isNull();
        assertThat(same.attempt()).isEqualTo(1);
        assertThat(same.ticket()).isEqualTo(ticket);
        assertThat(sameStore().find(goesOn).orElseThrow().status()).isEqualTo(same);
    }

    @Test
    void what_is_not_there_is_not_found() {
        JobId nobody = Orders.id();

        assertThat(store().find(nobody)).isEmpty();
        assertThat(store().events(nobody, 0, 10)).isEmpty();
        assertThat(store().children(nobody)).isEmpty();
        assertThat(store().versions(List.of(nobody))).isEmpty();
        assertThat(store().versions(List.of())).isEmpty();
        assertThat(store().delete(nobody)).isFalse();
        assertThatThrownBy(() -> change(nobody, s -> s)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> create(Orders.step(nobody, "clip 1"))).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void the_same_key_of_the_same_caller_is_the_same_job() {
        StoredJob first = create(Orders.keyed("me", "key", "one print"));

        Creation again = sameStore().create(Orders.keyed("me", "key", "another print"), lane(1));
        Creation other = store().create(Orders.keyed("you", "key", "one print"), lane(1));

        assertThat(again).isEqualTo(new Creation.Existing(first));
        assertThat(other).isInstanceOf(Creation.Created.class);
    }

    @Test
    void a_step_is_there_once() {
        JobId film = create(Orders.plain()).id();
        StoredJob clip = create(Orders.step(film, "clip 1"));

        assertThat(sameStore().create(Orders.step(film, "clip 1"), lane(1))).isEqualTo(new Creation.Existing(clip));
        assertThat(store().create(Orders.step(film, "clip 2"), lane(1))).isInstanceOf(Creation.Created.class);
        assertThat(store().children(film))
                .map(j -> j.order().place())
                .containsExactly(new JobOrder.Place(film, "clip 1"), new JobOrder.Place(film, "clip 2"));
    }

    @Test
    void an_order_that_is_sent_twice_is_one_job() {
        JobOrder order = Orders.plain();
        StoredJob first = create(order);

        assertThat(store().create(order, lane(1))).isEqualTo(new Creation.Existing(first));
    }

    @Test
    void of_many_with_the_same_key_at_once_one_is_kept() throws Exception {
        List<Creation> creations = atOnce(
                50, i -> (i % 2 == 0 ? store() : sameStore()).create(Orders.keyed("me", "key", "print"), lane(1)));

        assertThat(creations).filteredOn(c -> c instanceof Creation.Created).hasSize(1);
        assertThat(creations)
                .map(c -> c.job().id())
                .containsOnly(creations.getFirst().job().id());
        assertThat(store().list(new JobFilter(null, null, 10, null))).hasSize(1);
    }

    @Test
    void of_many_for_the_same_step_at_once_one_is_kept() throws Exception {
        JobId film = create(Orders.plain()).id();

        atOnce(20, i -> (i % 2 == 0 ? store() : sameStore()).create(Orders.step(film, "clip 1"), lane(1)));

        assertThat(store().children(film)).hasSize(1);
    }

    @Test
    void a_change_makes_a_new_version_and_tells_what_happened() {
        JobId id = running();
        long version = store().find(id).orElseThrow().version();

        StoredJob further = change(id, s -> s.at(Stage.GENERATING, 0.5, "half"));
        StoredJob intent = change(id, s -> s.at(Checkpoint.INTENT, null, List.of()));
        change(id, s -> s.succeeded("{}", NOON));

        assertThat(further.version()).isGreaterThan(version);
        assertThat(intent.version()).isGreaterThan(further.version());
        assertThat(sameStore().events(id, 2, 10))
                .map(JobEvent::id, JobEvent::type, JobEvent::state, JobEvent::progress, JobEvent::message)
                .map(t -> t.toList())
                .containsExactly(
                        Arrays.asList(3L, JobEvent.Type.PROGRESS, JobState.RUNNING, 0.5, "half"),
                        Arrays.asList(4L, JobEvent.Type.STATE, JobState.SUCCEEDED, 1.0, null),
                        Arrays.asList(5L, JobEvent.Type.RESULT, JobState.SUCCEEDED, 1.0, null));
    }

    @Test
    void a_change_that_changes_nothing_leaves_no_trace() {
        JobId id = running();
        StoredJob before = store().find(id).orElseThrow();

        assertThat(change(id, s -> s)).isEqualTo(before);

        assertThat(store().find(id)).contains(before);
        assertThat(store().events(id, 0, 10)).hasSize(2);
    }

    @Test
    void changes_of_one_job_come_one_after_the_other() throws Exception {
        JobId id = running();

        atOnce(
                40,
                i -> (i % 2 == 0 ? store() : sameStore())
                        .change(id, NOON, s -> s.at(Stage.GENERATING, s.progress() + 0.01, "step")));

        assertThat(store().find(id).orElseThrow().status().progress()).isCloseTo(0.4, within());
        assertThat(store().events(id, 0, 100))
                .map(JobEvent::id)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 42).mapToObj(Long::valueOf).toList());
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }

    @Test
    void a_change_that_fails_changes_nothing() {
        JobId id = running();
        StoredJob before = store().find(id).orElseThrow();

        assertThatThrownBy(() -> change(id, s -> {
                    throw new UnsupportedOperationException("no");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(sameStore().find(id)).contains(before);
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED,RUNNING",
        "QUEUED,SUCCEEDED",
        "QUEUED,FAILED",
        "QUEUED,CANCELING",
        "QUEUED,CANCELED",
        "RUNNING,QUEUED",
        "RUNNING,SUCCEEDED",
        "RUNNING,FAILED",
        "RUNNING,CANCELING",
        "RUNNING,CANCELED",
        "CANCELING,QUEUED",
        "CANCELING,RUNNING",
        "CANCELING,SUCCEEDED",
        "CANCELING,FAILED",
        "CANCELING,CANCELED",
        "SUCCEEDED,QUEUED",
        "SUCCEEDED,RUNNING",
        "SUCCEEDED,FAILED",
        "SUCCEEDED,CANCELING",
        "SUCCEEDED,CANCELED",
        "FAILED,QUEUED",
        "FAILED,RUNNING",
        "FAILED,SUCCEEDED",
        "FAILED,CANCELING",
        "FAILED,CANCELED",
        "CANCELED,QUEUED",
        "CANCELED,RUNNING",
        "CANCELED,SUCCEEDED",
        "CANCELED,FAILED",
        "CANCELED,CANCELING",
    })
    void only_what_the_life_of_a_job_allows_is_kept(JobState from, JobState to) {
        JobId id = in(from);
        StoredJob before = store().find(id).orElseThrow();

        if (from.mayBecome(to)) {
            assertThat(change(id, s -> as(to, s)).state()).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> change(id, s -> as(to, s))).isInstanceOf(IllegalStateException.class);
            assertThat(sameStore().find(id)).contains(before);
        }
    }

    @ParameterizedTest
    @EnumSource(JobState.class)
    void whether_it_is_kept_for_good_may_change_in_any_state(JobState state) {
        JobId id = in(state);

        assertThat(change(id, s -> s.kept(true)).status().keep()).isTrue();
        assertThat(stateOf(id)).isEqualTo(state);
    }

    /** A job in this state. */
    protected JobId in(JobState state) {
        JobId id = create(Orders.plain()).id();
        switch (state) {
            case QUEUED -> {}
            case RUNNING, CANCELING, FAILED, CANCELED -> change(id, s -> as(state, s));
            case SUCCEEDED -> {
                change(id, s -> s.admitted(NOON));
                succeeded(id, NOON);
            }
        }
        assumeTrue(stateOf(id) == state);
        return id;
    }

    private static JobStatus as(JobState state, JobStatus s) {
        return switch (state) {
            case QUEUED -> s.again();
            case RUNNING -> s.admitted(NOON);
            case SUCCEEDED -> s.succeeded("{}", NOON);
            case FAILED -> s.failed(Orders.error(false), NOON);
            case CANCELING -> s.canceling();
            case CANCELED -> s.canceled(Orders.error(false), NOON);
        };
    }

    @Test
    void a_list_is_newest_first_and_goes_on_where_it_ended() {
        List<JobId> ids =
                IntStream.range(0, 5).mapToObj(i -> create(Orders.plain()).id()).toList();

        List<StoredJob> first = store().list(new JobFilter(null, null, 2, null));
        List<StoredJob> second =
                sameStore().list(new JobFilter(null, null, 2, first.getLast().id()));
        List<StoredJob> third =
                store().list(new JobFilter(null, null, 2, second.getLast().id()));

        assertThat(first).map(StoredJob::id).containsExactly(ids.get(4), ids.get(3));
        assertThat(second).map(StoredJob::id).containsExactly(ids.get(2), ids.get(1));
        assertThat(third).map(StoredJob::id).containsExactly(ids.get(0));
        assertThat(store().list(new JobFilter(null, null, 2, ids.get(0)))).isEmpty();
        assertThat(store().list(new JobFilter(null, null, 2, Orders.id()))).isEmpty();
    }

    @Test
    void a_list_can_be_of_one_kind_or_state() {
        JobId id = running();
        create(Orders.plain());

        assertThat(store().list(new JobFilter(null, JobState.RUNNING, 10, null)))
                .map(StoredJob::id)
                .containsExactly(id);
        assertThat(store().list(new JobFilter(KIND, JobState.QUEUED, 10, null))).hasSize(1);
        assertThat(store().list(new JobFilter("merge_videos", null, 10, null))).isEmpty();
    }

    @Test
    void events_are_told_from_where_one_is() {
        JobId id = running();
        IntStream.rangeClosed(1, 5).forEach(i -> change(id, s -> s.at(Stage.GENERATING, i / 10.0, null)));

        assertThat(store().events(id, 0, 3)).map(JobEvent::id).containsExactly(1L, 2L, 3L);
        assertThat(store().events(id, 3, 3)).map(JobEvent::id).containsExactly(4L, 5L, 6L);
        assertThat(store().events(id, 7, 3)).isEmpty();
    }

    @Test
    void versions_of_many_are_told_at_once() {
        List<JobId> ids = IntStream.range(0, 30)
                .mapToObj(i -> create(Orders.plain()).id())
                .toList();
        change(ids.get(3), s -> s.admitted(NOON));

        Map<JobId, Long> versions = sameStore().versions(ids);

        assertThat(versions)
                .isEqualTo(ids.stream()
                        .collect(Collectors.toMap(
                                id -> id, id -> store().find(id).orElseThrow().version())));
    }

    @Test
    void the_active_ones_run_or_are_being_canceled() {
        Map<JobState, JobId> ids = Arrays.stream(JobState.values()).collect(Collectors.toMap(s -> s, this::in));

        assertThat(sameStore().active())
                .containsExactlyInAnyOrder(ids.get(JobState.RUNNING), ids.get(JobState.CANCELING));
    }

    @Test
    void how_long_the_last_ones_ran_is_told_newest_first() {
        for (int seconds = 1; seconds <= 4; seconds++) {
            JobId id = running();
            succeeded(id, NOON.plusSeconds(seconds));
        }
        change(running(), s -> s.failed(Orders.error(false), NOON.plusSeconds(9)));

        assertThat(sameStore().durations(KIND, BACKEND, MODEL, 3))
                .containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(3), Duration.ofSeconds(2));
        assertThat(store().durations("merge_videos", BACKEND, MODEL, 3)).isEmpty();
        assertThat(store().durations(KIND, new Backend("other"), MODEL, 3)).isEmpty();
        assertThat(store().durations(KIND, BACKEND, new Model("other"), 3)).isEmpty();
    }

    @Test
    void what_was_finished_long_ago_is_found_oldest_first() {
        JobId late = running();
        JobId early = running();
        JobId kept = running();
        JobId film = running();
        JobId clip = create(Orders.step(film, "clip 1")).id();
        change(clip, s -> s.failed(Orders.error(false), NOON));
        succeeded(late, NOON.plusSeconds(2));
        succeeded(early, NOON.plusSeconds(1));
        succeeded(kept, NOON);
        change(kept, s -> s.kept(true));

        assertThat(sameStore().finishedBefore(NOON.plusSeconds(3), 10))
                .map(StoredJob::id)
                .containsExactly(early, late);
        assertThat(store().finishedBefore(NOON.plusSeconds(3), 1))
                .map(StoredJob::id)
                .containsExactly(early);
        assertThat(store().finishedBefore(NOON.plusSeconds(2), 10))
                .map(StoredJob::id)
                .containsExactly(early);
    }

    @Test
    void what_is_deleted_goes_with_its_steps_and_events() {
        JobId film = create(Orders.plain()).id();
        JobId clip = create(Orders.step(film, "clip 1")).id();

        assertThat(sameStore().delete(film)).isTrue();

        assertThat(store().find(film)).isEmpty();
        assertThat(store().find(clip)).isEmpty();
        assertThat(store().events(clip, 0, 10)).isEmpty();
        assertThat(store().delete(film)).isFalse();
    }

    @Test
    void the_key_of_a_deleted_job_is_free() {
        JobId id = create(Orders.keyed("me", "key", "print")).id();
        store().delete(id);

        assertThat(store().create(Orders.keyed("me", "key", "print"), lane(1))).isInstanceOf(Creation.Created.class);
    }

    @Test
    void the_first_value_of_a_name_is_remembered() {
        String name = Orders.id().toString();

        assertThat(store().remember(name, "one")).isEqualTo("one");
        assertThat(sameStore().remember(name, "two")).isEqualTo("one");
        assertThat(store().remember(name, "three")).isEqualTo("one");
        assertThat(store().remember(Orders.id().toString(), "two")).isEqualTo("two");
    }

    @Test
    void of_twenty_values_at_once_one_is_remembered_and_all_are_told_which() throws Exception {
        String name = Orders.id().toString();
        List<Callable<String>> givers = IntStream.range(0, 20)
                .mapToObj(
                        i -> (Callable<String>) () -> (i % 2 == 0 ? store() : sameStore()).remember(name, "value " + i))
                .toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Set<String> told =
                    threads.invokeAll(givers).stream().map(Future::resultNow).collect(Collectors.toSet());

            assertThat(told).hasSize(1);
            assertThat(store().remember(name, "late")).isIn(told);
        }
    }
}
