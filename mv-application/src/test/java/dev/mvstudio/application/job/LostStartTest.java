package dev.mvstudio.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.FakeStudio;
import dev.mvstudio.domain.job.Checkpoint;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.domain.video.VideoModel;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts whose answer got lost, at a provider that takes no notice of keys. */
class LostStartTest {
    private final Workbench bench = new Workbench().keyless().begun();

    private static JobStatus status(Workbench bench, JobId id) {
        return bench.job(id).job().status();
    }

    private static String ticket(Workbench bench, JobId id) {
        return Objects.requireNonNull(status(bench, id).ticket()).id();
    }

    private static String code(Workbench bench, JobId id) {
        return Objects.requireNonNull(status(bench, id).error()).code();
    }

    @Test
    void what_is_alike_is_taken_for_what_was_started() {
        bench.fakes.videos.refuse(ErrorCode.OUTCOME_UNKNOWN);
        JobId id = bench.orderClip();

        assertThat(bench.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(bench.fakes.videos.requests()).hasSize(1);
    }

    @Test
    void jobs_of_equal_requests_take_one_each() {
        bench.fakes.videos.refuse(ErrorCode.OUTCOME_UNKNOWN);
        List<JobId> ids = Stream.generate(bench::orderClip).limit(5).toList();

        ids.forEach(id -> assertThat(bench.finish(id).state()).isEqualTo(JobState.SUCCEEDED));

        assertThat(bench.fakes.videos.requests()).hasSize(5);
        assertThat(ids.stream().map(id -> ticket(bench, id))).doesNotHaveDuplicates();
    }

    @Test
    void what_was_started_before_this_job_was_is_nothing_of_its() {
        JobId done = bench.orderClip();
        bench.finish(done);
        bench.fakes.jobStore.delete(done);
        bench.pass(Duration.ofSeconds(1));
        bench.fakes.videos.loseStarts();
        JobId id = bench.orderClip();
        bench.pass(Duration.ofMillis(1));
        bench.fakes.videos.accept();

        assertThat(bench.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(bench.fakes.videos.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_gets_lost_on_its_way_is_sent_again_but_not_for_ever(boolean keyless) {
        Workbench far = new Workbench().keyless(keyless).begun();
        far.fakes.videos.loseStarts();
        JobId id = far.orderClip();

        assertThat(far.finish(id).state()).isEqualTo(JobState.FAILED);
        assertThat(code(far, id)).isEqualTo("PROVIDER_UNAVAILABLE");
        assertThat(status(far, id).error().details()).contains("has nothing of it");
        assertThat(far.starts(id)).isEqualTo(2);

        far.fakes.videos.accept();
        far.jobs().retry(id);
        assertThat(far.finish(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(far.fakes.videos.requests()).hasSize(1);
    }

    @Test
    void a_job_whose_ticket_another_one_took_gets_one_of_its_own() {
        List<JobId> ids = new ArrayList<>();
        bench.fakes.betweenVideos = model -> new DyingVideoModel(
                model,
                telling(model, ticket -> bench.fakes.jobStore.change(ids.get(1), FakeStudio.NOW, takes(ticket))));
        bench.restart();
        ids.add(bench.orderClip());
        ids.add(bench.orderClip());

        assertThat(bench.finish(ids.get(0)).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(bench.finish(ids.get(1)).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(ticket(bench, ids.get(0))).isEqualTo("FakeVideoModel-2");
        assertThat(ticket(bench, ids.get(1))).isEqualTo("FakeVideoModel-1");
        assertThat(bench.fakes.videos.requests()).hasSize(2);
    }

    private static UnaryOperator<JobStatus> takes(Ticket ticket) {
        return s -> s.at(Checkpoint.TICKET, ticket, List.of());
    }

    /** Its first ticket somebody else hears of before whoever started it. */
    private static VideoModel telling(VideoModel real, Consumer<Ticket> other) {
        AtomicBoolean told = new AtomicBoolean();
        return (VideoModel) Proxy.newProxyInstance(
                VideoModel.class.getClassLoader(), new Class<?>[] {VideoModel.class}, (proxy, method, args) -> {
                    Object answer = method.invoke(real, args);
                    if (answer instanceof Start.Running running && told.compareAndSet(false, true)) {
                        other.accept(running.ticket());
                    }
                    return answer;
                });
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    void whatever_a_process_dies_at_equal_jobs_are_finished_and_each_is_started_once(boolean after, boolean store) {
        Crash.Plan crash;
        int n = 0;
        do {
            n++;
            Workbench dying = new Workbench().keyless();
            crash = new Crash.Plan(n, after);
            List<JobId> ids = List.of(dying.orderClip(), dying.orderClip());
            die(dying, crash, store);

            for (JobId id : ids) {
                assertThat(dying.finish(id).state()).as("crash at call %d", n).isEqualTo(JobState.SUCCEEDED);
                assertThat(dying.starts(id)).as("crash at call %d", n).isEqualTo(1);
            }
            assertThat(ticket(dying, ids.get(0))).isNotEqualTo(ticket(dying, ids.get(1)));
        } while (crash.happened());
        assertThat(n).isGreaterThan(store ? 16 : 4);
    }

    private static void die(Workbench dying, Crash.Plan crash, boolean store) {
        dying.fakes.videos.script(new Status.Running(0.5));
        if (store) {
            dying.fakes.between = real -> crash.around(JobStore.class, real);
        } else {
            dying.fakes.betweenVideos = real -> new DyingVideoModel(real, crash.around(VideoModel.class, real));
        }
        try {
            dying.restart();
            dying.pass(Duration.ofSeconds(10));
        } catch (Crash end) {
            assertThat(crash.happened()).isTrue();
        }
        dying.fakes.between = real -> real;
        dying.fakes.betweenVideos = real -> real;
        dying.restart();
    }
}
