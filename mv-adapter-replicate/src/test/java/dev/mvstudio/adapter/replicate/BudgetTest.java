package dev.mvstudio.adapter.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AtomicLong nanoTime = new AtomicLong(-30 * SECOND);

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 2400})
    void within_any_minute_of_ten_no_more_calls_pass_than_there_may(int perMinute) {
        Budget budget = new Budget(perMinute, nanoTime::get);
        Deque<Long> passed = new ArrayDeque<>();
        long tick = SECOND / 50;
        long count = 0;
        for (long at = 0; at < 600 * SECOND; at += tick) {
            while (budget.spend(false).isZero()) {
                passed.addLast(at);
                count++;
            }
            while (passed.getFirst() <= at - 60 * SECOND) {
                passed.removeFirst();
            }
            assertThat(passed).hasSizeLessThanOrEqualTo(perMinute);
            nanoTime.addAndGet(tick);
        }
        assertThat(count).isGreaterThan(perMinute * 7L);
    }

    @Test
    void waiting_as_long_as_was_said_is_enough() {
        Budget budget = new Budget(60, nanoTime::get);
        Duration wait = budget.spend(false);
        while (wait.isZero()) {
            wait = budget.spend(false);
        }
        nanoTime.addAndGet(wait.toNanos());

        assertThat(budget.spend(false)).isZero();
    }

    @Test
    void after_a_refusal_starts_keep_a_distance() {
        Budget budget = new Budget(2400, nanoTime::get);
        budget.refused(true, Duration.ofSeconds(10));

        assertThat(budget.spend(true)).isEqualTo(Duration.ofSeconds(10));
        assertThat(budget.spend(false)).isZero();
        nanoTime.addAndGet(10 * SECOND);
        assertThat(budget.spend(true)).isZero();
        assertThat(budget.spend(true)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void the_distance_shrinks_while_all_goes_well_and_is_gone_in_the_end() {
        Turnstile starts = new Turnstile(nanoTime::get, true);
        starts.refused(Duration.ofSeconds(10));
        nanoTime.addAndGet(10 * SECOND);
        Duration last = Duration.ofSeconds(11);
        int passed = 0;
        while (!last.isZero()) {
            assertThat(starts.enter()).isZero();
            starts.passed();
            passed++;
            Duration wait = starts.enter();
            assertThat(wait).isLessThan(last);
            last = wait;
            nanoTime.addAndGet(wait.toNanos());
        }
        assertThat(passed).isBetween(20, 60);
    }

    @Test
    void questions_go_on_at_once_after_a_wait() {
        Budget budget = new Budget(2400, nanoTime::get);
        budget.refused(false, Duration.ofSeconds(3));
        nanoTime.addAndGet(3 * SECOND);

        assertThat(budget.spend(false)).isZero();
        assertThat(budget.spend(false)).isZero();
    }

    @Test
    void refusals_of_calls_that_were_under_way_together_count_once() {
        Turnstile starts = new Turnstile(nanoTime::get, true);
        for (int i = 0; i < 20; i++) {
            starts.refused(Duration.ofSeconds(5));
        }
        nanoTime.addAndGet(5 * SECOND);

        assertThat(starts.enter()).isZero();
        assertThat(starts.enter()).isEqualTo(Duration.ofSeconds(5));
    }

    /** The account of somebody with little credit, and 20 jobs that come back exactly when they were told to. */
    @Test
    void twenty_jobs_get_through_a_narrow_gate_without_a_stampede() {
        Turnstile starts = new Turnstile(nanoTime::get, true);
        long begin = nanoTime.get();
        long gateOpens = begin;
        int through = 0;
        int refused = 0;
        while (through < 20) {
            Duration wait = starts.enter();
            if (!wait.isZero()) {
                nanoTime.addAndGet(wait.toNanos());
                continue;
            }
            if (nanoTime.get() - gateOpens >= 0) {
                through++;
                gateOpens = nanoTime.get() + 10 * SECOND;
                starts.passed();
            } else {
                refused++;
                gateOpens += SECOND; // asking too early costs
                starts.refused(Duration.ofNanos(gateOpens - nanoTime.get()));
            }
        }
        assertThat(refused).isLessThan(10);
        assertThat(Duration.ofNanos(nanoTime.get() - begin)).isLessThan(Duration.ofSeconds(400));
    }
}
