package dev.mvstudio.application.webhook;

import static dev.mvstudio.domain.job.JobEvent.Type.ERROR;
import static dev.mvstudio.domain.job.JobEvent.Type.PROGRESS;
import static dev.mvstudio.domain.job.JobEvent.Type.RESULT;
import static dev.mvstudio.domain.job.JobEvent.Type.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.request.NotFoundException;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.domain.webhook.DeadLetter;
import dev.mvstudio.domain.webhook.Receipt;
import dev.mvstudio.testkit.job.Orders;
import dev.mvstudio.testkit.webhook.FakeWebhookSender.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveriesTest {
    private static final Receipt DOWN = new Receipt.Refused(503, null);
    private static final Duration DAY = Duration.ofDays(1);

    private final Story story = new Story();

    private List<Instant> times() {
        return story.sender.sent().stream().map(Sent::at).toList();
    }

    @Test
    void every_wanted_event_is_told_once_and_in_order() {
        story.start();
        JobId job = story.order(STATE, PROGRESS, RESULT, ERROR);
        story.run(job);
        story.progress(job, 0.25);
        story.progress(job, 0.5);
        story.succeed(job);

        story.schedule.advance(DAY);

        assertThat(story.told())
                .containsExactly(
                        "job.queued 1", "job.running 2", "job.progress 3", "job.progress 4", "job.succeeded 6");
        assertThat(story.sender.sent()).allSatisfy(s -> assertThat(s.url()).isEqualTo(Story.HOOK));
        assertThat(story.schedule.planned()).isEmpty();
        assertThat(story.schedule.failures()).isEmpty();
    }

    @Test
    void only_what_was_asked_for_is_told() {
        story.start();
        JobId states = story.order(STATE);
        story.run(states);
        story.progress(states, 0.5);
        story.succeed(states);
        story.schedule.advance(DAY);
        assertThat(story.told()).containsExactly("job.queued 1", "job.running 2", "job.succeeded 4");

        JobId ends = story.order(RESULT, ERROR);
        story.run(ends);
        story.fail(ends);
        story.schedule.advance(DAY);
        assertThat(story.told()).endsWith("job.succeeded 4", "job.failed 4").hasSize(4);
    }

    @Test
    void a_job_that_is_tried_again_is_told_of_again() {
        story.start();
        JobId job = story.order(RESULT, ERROR);
        story.run(job);
        story.fail(job);
        story.schedule.advance(DAY);

        story.change(job, s -> s.again());
        story.run(job);
        story.succeed(job);
        story.schedule.advance(DAY);

        assertThat(story.told()).containsExactly("job.failed 4", "job.succeeded 8");
    }

    @Test
    void more_events_than_are_read_at_once_are_passed_over() {
        JobId job = story.order(RESULT);
        story.run(job);
        for (int i = 1; i <= 250; i++) {
            story.progress(job, i / 300.0);
        }
        story.succeed(job);

        story.start();
        story.schedule.advance(DAY);

        assertThat(story.told()).containsExactly("job.succeeded 254");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void ten_tries_take_two_hours_and_more_and_each_is_the_same_message(long seed) {
        story.chance = new Random(seed);
        story.start();
        JobId job = story.order(STATE);
        story.sender.answerAlways(url -> DOWN);

        story.schedule.advance(Duration.ofDays(3));

        assertThat(times()).hasSize(Backoff.TRIES).isSorted();
        Duration whole = Duration.between(times().getFirst(), times().getLast());
        assertThat(whole).isBetween(Duration.ofHours(7), Duration.ofHours(10));
        assertThat(whole.toMillis())
                .as("chance")
                .isNotEqualTo(Duration.parse("PT7H52M35S").toMillis());
        assertThat(story.sender.sent()).extracting(Sent::id).containsOnly(job + "_1");
        assertThat(story.schedule.planned()).isEmpty();
    }

    @Test
    void pauses_grow_from_seconds_to_hours() {
        story.start();
        story.order(STATE);
        story.sender.answerAlways(url -> DOWN);

        story.schedule.advance(DAY);

        List<Instant> times = times();
        List<Duration> pauses = java.util.stream.IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
                .toList();
        assertThat(pauses)
                .isSorted()
                .startsWith(Duration.ofSeconds(5), Duration.ofSeconds(30))
                .endsWith(Duration.ofHours(4));
    }

    @Test
    void a_receiver_that_is_down_for_two_hours_misses_nothing() {
        story.start();
        Instant up = story.schedule.clock().instant().plus(Duration.ofHours(2));
        story.sender.answerAlways(url -> story.schedule.clock().instant().isBefore(up) ? DOWN : new Receipt.Accepted());
        JobId job = story.order(STATE, RESULT);
        story.run(job);
        story.succeed(job);

        story.schedule.advance(DAY);

        assertThat(story.told().stream().distinct())
                .containsExactly("job.queued 1", "job.running 2", "job.succeeded 4");
        assertThat(story.told()).endsWith("job.queued 1", "job.running 2", "job.succeeded 4");
        assertThat(story.deliveries.dead(10)).isEmpty();
    }

    @Test
    void what_is_never_taken_becomes_a_dead_letter_and_the_next_event_has_its_turn() {
        story.start();
        JobId job = story.order(STATE);
        story.sender.answer(Collections.nCopies(9, DOWN));
        story.sender.answer(List.of(new Receipt.Unreachable("x".repeat(1_000))));
        story.run(job);

        story.schedule.advance(DAY);

        assertThat(story.told()).endsWith("job.queued 1", "job.running 2").hasSize(11);
        assertThat(story.deliveries.dead(10)).hasSize(1).first().satisfies(letter -> {
            assertThat(letter.event()).isEqualTo(1);
            assertThat(letter.tries()).isEqualTo(10);
            assertThat(letter.url()).isEqualTo(Story.HOOK);
            assertThat(letter.answer()).isEqualTo("x".repeat(200));
        });
    }

    @Test
    void who_asks_for_time_gets_it_within_reason() {
        story.start();
        story.order(STATE);
        story.sender.answer(List.of(
                new Receipt.Refused(429, Duration.ofMinutes(7)),
                new Receipt.Refused(503, Duration.ofSeconds(1)),
                new Receipt.Refused(503, Duration.ofDays(4_000))));

        story.schedule.advance(DAY);

        List<Instant> times = times();
        assertThat(times).hasSize(4);
        assertThat(Duration.between(times.get(0), times.get(1))).isEqualTo(Duration.ofMinutes(7));
        assertThat(Duration.between(times.get(1), times.get(2))).isEqualTo(Duration.ofSeconds(30));
        assertThat(Duration.between(times.get(2), times.get(3))).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void who_is_gone_is_told_nothing_more() {
        story.start();
        JobId job = story.order(STATE);
        story.sender.answer(List.of(new Receipt.Refused(410, null)));
        story.run(job);
        story.succeed(job);

        story.schedule.advance(DAY);

        assertThat(story.told()).containsExactly("job.queued 1");
        assertThat(story.deliveries.dead(10)).extracting(DeadLetter::answer).containsExactly("410");
    }

    @Test
    void being_woken_in_a_pause_is_no_reason_to_try_earlier() {
        story.start();
        JobId job = story.order(STATE);
        story.sender.answerAlways(url -> DOWN);
        story.schedule.advance(Duration.ofSeconds(6));
        assertThat(times()).hasSize(2);

        for (int i = 0; i < 20; i++) {
            story.wake(job);
            story.schedule.advance(Duration.ofSeconds(1));
        }

        assertThat(times()).hasSize(2);
        story.schedule.advance(Duration.ofSeconds(10));
        assertThat(times()).hasSize(3);
    }

    @Test
    void tries_are_counted_on_after_a_restart() {
        story.order(STATE);
        story.sender.answerAlways(url -> DOWN);
        for (int i = 0; i < 200; i++) {
            story.start();
            story.schedule.advance(Duration.ofMinutes(5));
        }

        assertThat(times()).hasSize(Backoff.TRIES);
        assertThat(story.deliveries.dead(10)).hasSize(1);
    }

    @Test
    void of_a_job_that_is_gone_or_that_nobody_asked_for_nothing_is_told() {
        story.start();
        JobId job = story.order(STATE);
        story.jobs.delete(job);
        JobId nobodys = Orders.id();
        story.jobs.create(Orders.plain(), Orders.lane(1));
        story.wake(nobodys);

        story.schedule.advance(DAY);

        assertThat(story.told()).isEmpty();
        assertThat(story.schedule.planned()).isEmpty();
    }

    @Test
    void a_dead_letter_can_be_sent_again_as_the_message_that_it_was() {
        story.start();
        JobId job = story.order(STATE, RESULT);
        story.run(job);
        story.succeed(job);
        story.sender.answer(List.of(new Receipt.Accepted(), new Receipt.Refused(410, null)));
        story.schedule.advance(DAY);
        assertThat(story.told()).containsExactly("job.queued 1", "job.running 2");

        DeadLetters dead = new DeadLetters(story.deliveries, story.schedule);
        DeadLetter letter = dead.list(10).getFirst();
        dead.replay(letter.job(), letter.event());
        story.schedule.advance(DAY);

        assertThat(story.sender.sent())
                .extracting(Sent::id)
                .containsExactly(job + "_1", job + "_2", job + "_2", job + "_4");
        assertThat(dead.list(10)).isEmpty();
        assertThat(story.schedule.due(JobSchedule.Task.WEBHOOK, job.toString())).isEmpty();
        assertThatThrownBy(() -> dead.replay(new JobId(new UUID(1, 2)), 1)).isInstanceOf(NotFoundException.class);
    }
}
