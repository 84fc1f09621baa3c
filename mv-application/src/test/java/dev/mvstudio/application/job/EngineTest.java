package dev.mvstudio.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.application.request.NotFoundException;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobOrder.Idempotency;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStoreException;
import dev.mvstudio.domain.job.QueueFullException;
import dev.mvstudio.domain.job.Stage;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Lane;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.video.VideoModel;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {
    private final Workbench bench = new Workbench().begun();

    private String code(JobId id) {
        var error = bench.job(id).job().status().error();
        return error == null ? "" : error.code();
    }

    @Test
    void a_generation_is_started_once_asked_until_done_and_collected() {
        bench.fakes.videos.script(new Status.Pending(2, null), new Status.Running(0.5));
        JobId id = bench.orderClip();

        JobSnapshot done = bench.finish(id);

        assertThat(done.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(done.result(GeneratedVideo.class).outcome().jobId()).isEqualTo(id);
        assertThat(bench.starts(id)).isEqualTo(1);
        assertThat(bench.jobs().events(id, 0)).extracting(JobEvent::stage).contains(Stage.QUEUED, Stage.GENERATING);
        assertThat(bench.told(id)).endsWith(JobEvent.Type.STATE, JobEvent.Type.RESULT);
        assertThat(bench.fakes.heard).contains("planned generate_video", "finished generate_video");
    }

    @Test
    void a_job_that_nobody_began_to_work_on_is_kept() {
        Workbench idle = new Workbench();

        JobId id = idle.orderClip();
        idle.restart();

        assertThat(idle.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void a_question_that_fails_is_asked_again() {
        bench.fakes.videos.script(new Status.Running(0.1));
        JobId id = bench.orderClip();
        bench.pass(Duration.ofMillis(5));
        bench.fakes.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);
        bench.pass(Duration.ofSeconds(20));
        assertThat(bench.job(id).state()).isEqualTo(JobState.RUNNING);
        bench.fakes.videos.breakDown(null);

        assertThat(bench.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(bench.starts(id)).isEqualTo(1);
    }

    @Test
    void a_question_that_is_refused_fails_the_job_whose_ticket_stays_good() {
        JobId id = bench.orderClip();
        bench.fakes.videos.breakDown(ErrorCode.AUTHENTICATION_ERROR);
        assertThat(bench.finish(id).state()).isEqualTo(JobState.FAILED);
        assertThat(code(id)).isEqualTo("AUTHENTICATION_ERROR");
        bench.fakes.videos.breakDown(null);

        bench.jobs().retry(id);

        assertThat(bench.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(bench.starts(id)).isEqualTo(1);
        assertThat(bench.starts(id, 2)).isZero();
    }

    @Test
    void what_the_generator_failed_is_started_anew_by_a_retry() {
        bench.fakes.videos.fail(ErrorCode.CONTENT_POLICY_VIOLATION);
        JobId id = bench.orderClip();
        assertThat(bench.finish(id).state()).isEqualTo(JobState.FAILED);
        assertThat(code(id)).isEqualTo("CONTENT_POLICY_VIOLATION");
        bench.fakes.videos.script();

        bench.jobs().retry(id);

        assertThat(bench.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(bench.starts(id)).isEqualTo(1);
        assertThat(bench.starts(id, 2)).isEqualTo(1);
        assertThat(bench.told(id)).containsSubsequence(JobEvent.Type.ERROR, JobEvent.Type.STATE, JobEvent.Type.RESULT);
    }

    @Test
    void canceled_on_the_other_side_is_not_success() {
        bench.fakes.videos.script(new Status.Canceled());
        JobId id = bench.orderClip();

        assertThat(bench.finish(id).state()).isEqualTo(JobState.FAILED);
        assertThat(code(id)).isEqualTo("CANCELED");
    }

    @Test
    void what_takes_too_long_times_out_and_a_retry_goes_on_waiting_for_it() {
        bench.fakes.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);
        JobId id = bench.orderClip();
        assertThat(bench.finish(id).state()).isEqualTo(JobState.FAILED);
        assertThat(code(id)).isEqualTo("TIMEOUT");
        bench.fakes.videos.breakDown(null);

        bench.jobs().retry(id);

        assertThat(bench.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(bench.starts(id)).isEqualTo(1);
        assertThat(bench.starts(id, 2)).isZero();
    }

    @Test
    void a_start_that_surely_failed_is_tried_again_but_not_for_ever() {
        bench.fakes.videos.refuse(ErrorCode.PROVIDER_UNAVAILABLE);
        JobId id = bench.orderClip();

        assertThat(bench.finish(id).state()).isEqualTo(JobState.FAILED);
        assertThat(code(id)).isEqualTo("PROVIDER_UNAVAILABLE");
        assertThat(bench.starts(id)).isEqualTo(2);
    }

    @Test
    void a_start_that_was_refused_for_good_is_not_tried_again() {
        bench.fakes.videos.refuse(ErrorCode.INVALID_PROVIDER_REQUEST);
        JobId id = bench.orderClip();

        assertThat(bench.finish(id).state()).isEqualTo(JobState.FAILED);
        assertThat(bench.starts(id)).isEqualTo(1);
    }

    @Test
    void a_start_of_unknown_outcome_is_looked_for_and_not_repeated() {
        bench.fakes.videos.refuse(ErrorCode.OUTCOME_UNKNOWN);
        JobId id = bench.orderClip();

        assertThat(bench.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(bench.starts(id)).isEqualTo(1);
    }

    @Test
    void where_the_provider_cannot_tell_a_person_decides() {
        bench.fakes.videos.refuse(ErrorCode.OUTCOME_UNKNOWN);
        bench.fakes.videos.loseMemory();
        JobId id = bench.orderClip();

        assertThat(bench.finish(id).state()).isEqualTo(JobState.FAILED);
        assertThat(code(id)).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(bench.job(id).job().status().error().details()).contains("retry the job", id.toString());
        bench.restart();
        bench.pass(Duration.ofMinutes(5));
        assertThat(bench.starts(id)).isEqualTo(1);

        bench.fakes.videos.accept();
        bench.jobs().retry(id);
        assertThat(bench.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(bench.starts(id, 2)).isEqualTo(1);
    }

    @Test
    void a_result_that_expired_cannot_be_collected_again() {
        bench.fakes.videos.expireOutputs();
        JobId id = bench.orderClip();

        assertThat(bench.finish(id).state()).isEqualTo(JobState.FAILED);
        assertThat(code(id)).isEqualTo("OUTPUT_EXPIRED");
        assertThat(bench.job(id).job().status().error().resumable()).isFalse();
    }

    @Test
    void a_waiting_job_is_canceled_at_once_and_never_started() {
        Workbench idle = new Workbench();
        JobId id = idle.orderClip();

        assertThat(idle.jobs().cancel(id).state()).isIn(JobState.CANCELED, JobState.CANCELING);
        idle.begun();
        assertThat(idle.finish(id).state()).isEqualTo(JobState.CANCELED);
        assertThat(idle.starts(id)).isZero();
    }

    @Test
    void a_running_job_is_canceled_upstream_too() {
        bench.fakes.videos.script(running(1_000));
        JobId id = bench.orderClip();
        bench.pass(Duration.ofMillis(100));

        assertThat(bench.jobs().cancel(id).state()).isEqualTo(JobState.CANCELING);

        assertThat(bench.finish(id).state()).isEqualTo(JobState.CANCELED);
        assertThat(bench.fakes.videos.canceled()).hasSize(1);
        assertThat(code(id)).isEqualTo("CANCELED");
    }

    private static Status[] running(int times) {
        return java.util.stream.Stream.generate(() -> new Status.Running(0.5))
                .limit(times)
                .toArray(Status[]::new);
    }

    @Test
    void what_is_finished_before_the_order_to_stop_arrives_is_kept() {
        JobId id = bench.orderClip();
        bench.schedule.runDue();
        bench.jobs().cancel(id);

        JobSnapshot over = bench.finish(id);

        assertThat(over.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(over.result(GeneratedVideo.class).video()).isNotNull();
    }

    @Test
    void what_is_over_cannot_be_canceled_and_what_succeeded_not_be_retried() {
        JobId id = bench.orderClip();
        bench.finish(id);

        assertThatThrownBy(() -> bench.jobs().cancel(id)).isInstanceOf(JobConflictException.class);
        assertThatThrownBy(() -> bench.jobs().retry(id)).isInstanceOf(JobConflictException.class);
    }

    @Test
    void bad_ids_are_told_apart() {
        assertThatThrownBy(() -> bench.jobs().get("nonsense")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> bench.jobs().get(UUID.randomUUID().toString())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bench.jobs().cancel(new JobId(new UUID(1, 2)))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_same_key_and_order_are_the_same_job() {
        Submission terms = new Submission("me", new Idempotency("key", "abc"), false, null);
        JobId first = bench.orderClip(terms);
        bench.finish(first);

        assertThat(bench.orderClip(terms)).isEqualTo(first);
        assertThat(bench.fakes.videos.requests()).hasSize(1);
        assertThatThrownBy(() -> bench.orderClip(new Submission("me", new Idempotency("key", "other"), false, null)))
                .isInstanceOf(IdempotencyMismatchException.class);
    }

    @Test
    void a_full_lane_takes_no_more_and_the_others_have_a_position() {
        bench.fakes.lane = new Lane("fake", 1, null, 2);
        bench.restart();
        bench.fakes.videos.script(running(10_000));
        JobId first = bench.orderClip();
        JobId second = bench.orderClip();
        JobId third = bench.orderClip();
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.job(first).state()).isEqualTo(JobState.RUNNING);
        assertThat(bench.job(second).queuePosition()).isEqualTo(1);
        assertThat(bench.job(third).queuePosition()).isEqualTo(2);
        assertThatThrownBy(bench::orderClip).isInstanceOf(QueueFullException.class);

        bench.jobs().cancel(first);
        bench.finish(first);
        bench.pass(Duration.ofSeconds(1));
        assertThat(bench.job(second).state()).isEqualTo(JobState.RUNNING);
    }

    @ParameterizedTest
    @CsvSource({"BEFORE,false", "AFTER,false", "BEFORE,true", "AFTER,true"})
    void whatever_call_to_the_store_a_process_dies_at_nothing_is_lost_or_paid_twice(Side side, boolean keyless) {
        for (int n = 1; ; n++) {
            Workbench dying = new Workbench().keyless(keyless);
            dying.fakes.videos.script(new Status.Running(0.5));
            Crash.Plan crash = new Crash.Plan(n, side == Side.AFTER);
            JobId id = dying.orderClip();
            dying.fakes.between = store -> crash.around(dev.mvstudio.domain.job.JobStore.class, store);
            live(dying);
            dying.fakes.between = store -> store;
            dying.restart();

            assertThat(dying.finish(id).state()).as("crash at call %d", n).isEqualTo(JobState.SUCCEEDED);
            assertThat(dying.starts(id)).isEqualTo(1);
            assertThat(dying.fakes.store.all()).hasSize(1);
            if (!crash.happened()) {
                assertThat(n).isGreaterThan(8);
                return;
            }
        }
    }

    enum Side {
        BEFORE,
        AFTER
    }

    private static void live(Workbench dying) {
        try {
            dying.restart();
            dying.pass(Duration.ofSeconds(10));
        } catch (Crash end) {
            assertThat(end).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"BEFORE,false", "AFTER,false", "BEFORE,true", "AFTER,true"})
    void whatever_call_to_the_generator_a_process_dies_at_nothing_is_lost_or_paid_twice(Side side, boolean keyless) {
        for (int n = 1; ; n++) {
            Workbench dying = new Workbench().keyless(keyless);
            Crash.Plan crash = new Crash.Plan(n, side == Side.AFTER);
            JobId id = dying.orderClip();
            dying.fakes.betweenVideos = model -> new DyingVideoModel(model, crash.around(VideoModel.class, model));
            live(dying);
            dying.fakes.betweenVideos = model -> model;
            dying.restart();

            assertThat(dying.finish(id).state()).as("crash at call %d", n).isEqualTo(JobState.SUCCEEDED);
            assertThat(dying.starts(id)).isEqualTo(1);
            if (!crash.happened()) {
                assertThat(n).isGreaterThan(2);
                return;
            }
        }
    }

    @Test
    void a_store_that_is_gone_for_a_while_costs_nothing() {
        for (int n = 1; n < 40; n++) {
            Workbench troubled = new Workbench().begun();
            JobId id = troubled.orderClip();
            troubled.fakes.jobStore.failOnCall(n);
            troubled.pass(Duration.ofSeconds(20));
            troubled.fakes.jobStore.failOnCall(0);

            assertThat(troubled.finish(id).state()).as("failure of call %d", n).isEqualTo(JobState.SUCCEEDED);
            assertThat(troubled.starts(id)).isEqualTo(1);
        }
    }

    @Test
    void an_order_that_cannot_be_kept_is_not_carried_out() {
        bench.fakes.jobStore.outOfOrder(true);

        assertThatThrownBy(bench::orderClip).isInstanceOf(JobStoreException.class);

        bench.fakes.jobStore.outOfOrder(false);
        bench.pass(Duration.ofMinutes(1));
        assertThat(bench.fakes.videos.requests()).isEmpty();
    }

    @Test
    void a_job_that_stumbles_over_something_else_is_reported_and_what_was_begun_is_not_given_up() {
        bench.fakes.betweenVideos = model -> new DyingVideoModel(model, stumbling(model));
        bench.restart();
        JobId id = bench.orderClip();

        assertThat(bench.finish(id).state()).isEqualTo(JobState.FAILED);
        assertThat(code(id)).isEqualTo("UNKNOWN_ERROR");
        assertThat(bench.job(id).job().status().error().details()).doesNotContain("a bug");

        bench.fakes.betweenVideos = model -> model;
        bench.restart();
        bench.jobs().retry(id);
        assertThat(bench.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(bench.starts(id)).isEqualTo(1);
        assertThat(bench.starts(id, 2)).isZero();
    }

    /** One with a bug: what it started it does not tell. */
    private static VideoModel stumbling(VideoModel real) {
        return (VideoModel) Proxy.newProxyInstance(
                VideoModel.class.getClassLoader(), new Class<?>[] {VideoModel.class}, (proxy, method, args) -> {
                    method.invoke(real, args);
                    throw new IllegalStateException("a bug");
                });
    }

    @Test
    void a_job_that_cannot_be_read_any_more_fails_instead_of_being_tried_for_ever() {
        JobId id = bench.orderClip();
        bench.fakes.documents.forget();

        assertThat(bench.schedule.runDue()).isPositive();
        assertThat(bench.fakes.jobStore.find(id).orElseThrow().state()).isEqualTo(JobState.FAILED);
    }

    @Test
    void an_order_that_was_kept_is_told_whatever_happens_then() {
        bench.orderClip();
        int before = bench.fakes.jobStore.calls();
        bench.orderClip();
        int calls = bench.fakes.jobStore.calls() - before;

        for (int n = 2; n <= calls; n++) {
            bench.fakes.jobStore.failOnCall(n);
            JobId id = bench.orderClip();
            bench.fakes.jobStore.failOnCall(0);
            assertThat(bench.finish(id).state()).as("call %d of %d", n, calls).isEqualTo(JobState.SUCCEEDED);
        }
    }

    @Test
    void how_long_it_will_take_follows_from_how_long_it_took() {
        bench.fakes.videos.script(running(20));
        JobId first = bench.orderClip();
        assertThat(bench.job(first).eta()).isNull();
        bench.finish(first);

        JobId second = bench.orderClip();
        assertThat(bench.job(second).eta()).isPositive();
        assertThat(List.of(bench.finish(second).state())).containsExactly(JobState.SUCCEEDED);
    }
}
