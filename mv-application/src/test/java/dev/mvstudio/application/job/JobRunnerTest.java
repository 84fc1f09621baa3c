package dev.mvstudio.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.Specs;
import dev.mvstudio.application.job.Progress.Stage;
import dev.mvstudio.domain.cost.Price;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.Ticket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
    private static final Output OUTPUT = new Output(Specs.FAKE, URI.create("fake:1"));
    private static final Plan<String> PLAN = new Plan<>(
            JobKind.GENERATE_VIDEO,
            "a clip",
            Specs.FAKE,
            new Model("m"),
            "default",
            Map.of(),
            Map.of(),
            List.of(),
            Price.FREE.estimate(0, 0));

    private final List<String> seen = new ArrayList<>();
    private final Script script = new Script();
    private Instant now = Instant.EPOCH;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private JobRunner runner(Sleeper sleeper) {
        JobTiming timing = new JobTiming(Duration.ofSeconds(60), Duration.ofSeconds(2), 3);
        return new JobRunner(clock, sleeper, UUID::randomUUID, timing, new GenerationListener() {
            @Override
            public void finished(Job<?> job, Object result) {
                seen.add("finished " + result);
            }

            @Override
            public void failed(Job<?> job, RuntimeException why) {
                seen.add("failed " + why.getMessage());
            }
        });
    }

    private String run() {
        return runner(time -> now = now.plus(time)).run(PLAN, script, (stage, fraction) -> seen.add(stage.name()));
    }

    @Test
    void a_generation_is_started_once_asked_until_done_and_collected() {
        script.statuses(new Status.Pending(2, null), new Status.Running(0.5), new Status.Finished(List.of(OUTPUT)));

        assertThat(run()).isEqualTo("[" + OUTPUT + "]");
        assertThat(script.starts).isEqualTo(1);
        assertThat(seen)
                .containsExactly(
                        Stage.SUBMITTING.name(),
                        Stage.QUEUED.name(),
                        Stage.GENERATING.name(),
                        Stage.COLLECTING.name(),
                        "finished [" + OUTPUT + "]",
                        Stage.DONE.name());
    }

    @Test
    void a_question_that_fails_is_asked_again() {
        script.status(() -> {
            throw exception(ErrorCode.PROVIDER_UNAVAILABLE);
        });
        script.statuses(new Status.Finished(List.of(OUTPUT)));

        assertThat(run()).contains("fake:1");
        assertThat(script.starts).isEqualTo(1);
    }

    @Test
    void a_question_that_will_never_be_answered_ends_the_job() {
        script.status(() -> {
            throw exception(ErrorCode.AUTHENTICATION_ERROR);
        });

        assertFails(ErrorCode.AUTHENTICATION_ERROR);
    }

    @Test
    void a_generation_that_fails_keeps_the_providers_word() {
        script.statuses(new Status.Failed(
                ProviderError.of(ErrorCode.CONTENT_POLICY_VIOLATION, Specs.FAKE, "flagged as sensitive (E005)")));

        assertThatThrownBy(this::run).isInstanceOfSatisfying(GenerationFailedException.class, e -> {
            assertThat(e.error().code()).isEqualTo(ErrorCode.CONTENT_POLICY_VIOLATION);
            assertThat(e.error().details()).isEqualTo("flagged as sensitive (E005)");
            assertThat(e.kind()).isEqualTo(JobKind.GENERATE_VIDEO);
            assertThat(e.jobId()).isNotNull();
        });
        assertThat(seen).last().asString().startsWith("failed ");
    }

    @Test
    void canceled_is_not_success() {
        script.statuses(new Status.Canceled());

        assertFails(ErrorCode.CANCELED);
    }

    @Test
    void what_takes_too_long_times_out_without_a_second_start() {
        script.forever = new Status.Running(null);

        assertFails(ErrorCode.TIMEOUT);
        assertThat(script.starts).isEqualTo(1);
        assertThat(now).isEqualTo(Instant.EPOCH.plusSeconds(60));
    }

    @Test
    void an_interrupted_wait_cancels_upstream() {
        script.forever = new Status.Running(null);
        JobRunner runner = runner(time -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(() -> runner.run(PLAN, script, Progress.NONE))
                .isInstanceOfSatisfying(
                        GenerationFailedException.class,
                        e -> assertThat(e.error().code()).isEqualTo(ErrorCode.CANCELED));
        assertThat(script.canceled).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_broken_download_is_begun_again_but_not_for_ever() {
        script.statuses(new Status.Finished(List.of(OUTPUT)));
        script.brokenDownloads = 2;
        assertThat(run()).contains("fake:1");

        script.statuses(new Status.Finished(List.of(OUTPUT)));
        script.brokenDownloads = 3;
        assertFails(ErrorCode.PROVIDER_UNAVAILABLE);
    }

    @Test
    void a_job_that_stumbles_over_something_else_is_reported_too() {
        script.status(() -> {
            throw new IllegalStateException("a bug");
        });

        assertThatThrownBy(this::run).isInstanceOf(IllegalStateException.class);
        assertThat(seen).contains("failed a bug");
    }

    private void assertFails(ErrorCode code) {
        assertThatThrownBy(this::run)
                .isInstanceOfSatisfying(
                        GenerationFailedException.class,
                        e -> assertThat(e.error().code()).isEqualTo(code));
    }

    private static ProviderException exception(ErrorCode code) {
        return new ProviderException(ProviderError.of(code, Specs.FAKE, "told to"));
    }

    private static final class Script implements Generation<String, String> {
        private final Deque<Supplier<Status>> answers = new ArrayDeque<>();
        private Status forever = new Status.Finished(List.of(OUTPUT));
        private int starts;
        private int brokenDownloads;
        private boolean canceled;

        void statuses(Status... all) {
            for (Status one : all) {
                status(() -> one);
            }
        }

        void status(Supplier<Status> answer) {
            answers.add(answer);
        }

        @Override
        public Start start(Job<String> job) {
            starts++;
            return new Start.Running(new Ticket(Specs.FAKE, "default", new Model("m"), "1"));
        }

        @Override
        public Status ask(Ticket ticket) {
            Supplier<Status> next = answers.poll();
            return next == null ? forever : next.get();
        }

        @Override
        public void cancel(Ticket ticket) {
            canceled = true;
        }

        @Override
        public String collect(Job<String> job, List<Output> outputs) {
            if (brokenDownloads > 0) {
                brokenDownloads--;
                throw exception(ErrorCode.PROVIDER_UNAVAILABLE);
            }
            return outputs.toString();
        }
    }
}
