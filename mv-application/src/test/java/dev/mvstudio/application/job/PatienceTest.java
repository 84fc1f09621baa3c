package dev.mvstudio.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.job.Checkpoint;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobSchedule.Task;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is tried again, when, and how often. */
class PatienceTest {
    private final Workbench bench = new Workbench().begun();

    private JobError error(JobId id) {
        return Objects.requireNonNull(bench.job(id).job().status().error());
    }

    private Duration nextStep(JobId id) {
        Instant due = bench.schedule.due(Task.JOB, id.toString()).orElseThrow();
        return Duration.between(bench.schedule.clock().instant(), due);
    }

    private static Status[] running(int times) {
        return Stream.generate(() -> new Status.Running(0.5)).limit(times).toArray(Status[]::new);
    }

    @Test
    void a_start_that_is_to_come_back_later_does_so_not_before_and_has_not_failed() {
        bench.fakes.videos.refuse(ErrorCode.RATE_LIMIT_EXCEEDED, Duration.ofSeconds(10));
        JobId id = bench.orderClip();

        bench.pass(Duration.ofMillis(9_990));
        assertThat(bench.starts(id)).isEqualTo(1);
        bench.pass(Duration.ofSeconds(30));
        assertThat(bench.starts(id)).isBetween(3, 4);
        assertThat(bench.job(id).state()).isEqualTo(JobState.RUNNING);
        assertThat(bench.job(id).job().status().checkpoint()).isEqualTo(Checkpoint.NONE);

        bench.fakes.videos.accept();
        assertThat(bench.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void a_start_that_is_refused_for_too_long_is_given_up_when_the_job_is_too_old() {
        bench.fakes.videos.refuse(ErrorCode.RATE_LIMIT_EXCEEDED);
        JobId id = bench.orderClip();
        bench.pass(Duration.ofSeconds(25));
        assertThat(bench.job(id).state()).isEqualTo(JobState.RUNNING);
        bench.pass(Duration.ofSeconds(35));

        assertThat(bench.job(id).state()).isEqualTo(JobState.FAILED);
        assertThat(error(id).code()).isEqualTo("RATE_LIMIT_EXCEEDED");
        assertThat(error(id).retryable()).isTrue();
    }

    @Test
    void nobody_waits_for_a_time_at_which_the_job_would_be_too_old() {
        bench.fakes.videos.refuse(ErrorCode.RATE_LIMIT_EXCEEDED, Duration.ofHours(1));
        JobId id = bench.orderClip();
        bench.pass(Duration.ofMillis(10));

        assertThat(bench.job(id).state()).isEqualTo(JobState.FAILED);
        assertThat(error(id).retryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(bench.starts(id)).isEqualTo(1);
    }

    @Test
    void jobs_that_were_refused_together_do_not_come_back_together() {
        bench.fakes.videos.refuse(ErrorCode.RATE_LIMIT_EXCEEDED, Duration.ofSeconds(20));
        List<JobId> ids = Stream.generate(bench::orderClip).limit(8).toList();
        bench.pass(Duration.ofMillis(1));

        List<Duration> pauses = ids.stream().map(this::nextStep).distinct().toList();

        assertThat(pauses).hasSizeGreaterThan(1);
        assertThat(pauses)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMillis(19_990), Duration.ofSeconds(25)));
    }

    @Test
    void a_search_that_is_to_come_back_later_says_nothing_of_what_was_started() {
        bench.fakes.videos.refuse(ErrorCode.OUTCOME_UNKNOWN);
        bench.fakes.videos.failSearches(5, ErrorCode.RATE_LIMIT_EXCEEDED);
        JobId id = bench.orderClip();

        assertThat(bench.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(bench.starts(id)).isEqualTo(1);
    }

    @Test
    void a_backend_that_wants_its_peace_is_not_asked_before_whoever_wakes_the_job() {
        bench.fakes.videos.script(running(1_000));
        JobId id = bench.orderClip();
        bench.pass(Duration.ofMillis(5));
        bench.fakes.videos.breakDown(ErrorCode.RATE_LIMIT_EXCEEDED, Duration.ofSeconds(20));
        bench.pass(Duration.ofSeconds(1));
        int asked = bench.fakes.videos.questions();
        bench.fakes.videos.breakDown(null);

        bench.schedule.wake(Task.JOB, id.toString());
        bench.pass(Duration.ofSeconds(18));
        assertThat(bench.fakes.videos.questions()).isEqualTo(asked);
        bench.pass(Duration.ofSeconds(7));
        assertThat(bench.fakes.videos.questions()).isGreaterThan(asked);
    }

    @Test
    void what_the_provider_broke_off_is_started_once_more_by_itself() {
        bench.fakes.videos.failNext(ErrorCode.PROVIDER_UNAVAILABLE);
        JobId id = bench.orderClip();

        assertThat(bench.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(bench.starts(id)).isEqualTo(1);
        assertThat(bench.starts(id, 2)).isEqualTo(1);
        assertThat(bench.job(id).job().status().attempt()).isEqualTo(2);
    }

    @Test
    void what_the_provider_broke_off_twice_has_failed() {
        bench.fakes.videos.fail(ErrorCode.PROVIDER_UNAVAILABLE);
        JobId id = bench.orderClip();

        assertThat(bench.finish(id).state()).isEqualTo(JobState.FAILED);
        assertThat(error(id).code()).isEqualTo("PROVIDER_UNAVAILABLE");
        assertThat(bench.starts(id, 2)).isEqualTo(1);
        assertThat(bench.fakes.videos.requests()).hasSize(2);
    }

    @Test
    void what_is_to_end_is_not_started_once_more() {
        bench.fakes.videos.script(new Status.Running(0.5));
        bench.fakes.videos.failNext(ErrorCode.PROVIDER_UNAVAILABLE);
        JobId id = bench.orderClip();
        bench.schedule.runDue();
        bench.jobs().cancel(id);

        assertThat(bench.finish(id).state()).isEqualTo(JobState.CANCELED);
        assertThat(bench.fakes.videos.requests()).hasSize(1);
    }

    @Test
    void a_damaged_download_is_begun_again_and_nothing_of_it_is_stored() {
        bench.fakes.videos.spoil(2);
        JobId id = bench.orderClip();

        assertThat(bench.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(bench.starts(id)).isEqualTo(1);
        assertThat(bench.fakes.store.all()).hasSize(1);
    }

    @Test
    void a_result_that_stays_unusable_fails_the_job_and_a_retry_makes_another_one() {
        bench.fakes.videos.spoil(3);
        JobId id = bench.orderClip();

        assertThat(bench.finish(id).state()).isEqualTo(JobState.FAILED);
        assertThat(error(id).code()).isEqualTo("INVALID_PROVIDER_RESPONSE");
        assertThat(error(id).resumable()).isFalse();
        assertThat(bench.fakes.store.all()).isEmpty();

        bench.jobs().retry(id);
        assertThat(bench.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(bench.starts(id, 2)).isEqualTo(1);
    }

    @Test
    void a_question_that_would_come_too_late_comes_when_the_job_gets_too_old() {
        bench.fakes.videos.script(running(1_000));
        JobId id = bench.orderClip();
        bench.pass(Duration.ofSeconds(61));

        assertThat(bench.job(id).state()).isEqualTo(JobState.FAILED);
        assertThat(error(id).code()).isEqualTo("TIMEOUT");
        assertThat(bench.job(id).job().status().finishedAt())
                .isBefore(bench.job(id).job().status().startedAt().plusMillis(60_100));
    }
}
