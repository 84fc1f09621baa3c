package dev.mvstudio.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.Specs;
import dev.mvstudio.application.provider.HearNotices.Effect;
import dev.mvstudio.application.request.NotFoundException;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStoreException;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ForgedNoticeException;
import dev.mvstudio.domain.provider.Pace;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.testkit.provider.FakeNoticeReceiver;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers tell by themselves, and how often those are asked that do. */
class NoticesTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    private final Workbench bench = new Workbench();

    @BeforeEach
    void listen() {
        bench.fakes.pace = new Pace(Duration.ofSeconds(2), LONG);
        bench.fakes.receiver.listen(true);
        bench.restart();
    }

    private Effect hear(String id, String ticketId) {
        byte[] body = FakeNoticeReceiver.body(ticketId);
        return bench.studio()
                .hosting()
                .notices()
                .hear(
                        Specs.FAKE.name(),
                        FakeNoticeReceiver.headers(id, bench.schedule.clock().instant(), body),
                        body);
    }

    private JobId asked() {
        bench.fakes.videos.script(new Status.Running(0.5));
        JobId id = bench.orderClip();
        bench.pass(Duration.ofMillis(100));
        assertThat(bench.fakes.videos.questions()).isEqualTo(1);
        return id;
    }

    @Test
    void a_job_that_is_told_looks_at_once() {
        JobId id = asked();
        bench.pass(Duration.ofSeconds(10));
        assertThat(bench.fakes.videos.questions()).isEqualTo(1);

        assertThat(hear("n-1", id.toString())).isEqualTo(Effect.HEARD);
        bench.pass(Duration.ofMillis(100));

        assertThat(bench.job(id).state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void a_notice_that_got_lost_is_made_up_for_by_a_slow_question() {
        JobId id = asked();

        bench.pass(LONG.plusSeconds(1));

        assertThat(bench.job(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(bench.fakes.videos.questions()).isEqualTo(2);
    }

    @Test
    void a_notice_before_its_ticket_is_kept_costs_no_time() {
        assertThat(hear("n-1", "not-yet")).isEqualTo(Effect.IGNORED);
        JobId id = bench.orderClip();

        bench.pass(Duration.ofMillis(100));

        assertThat(bench.job(id).state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void without_notices_it_is_asked_at_its_own_pace() {
        bench.fakes.receiver.listen(false);
        bench.fakes.videos.script(
                Stream.generate(() -> new Status.Running(0.5)).limit(100).toArray(Status[]::new));
        bench.orderClip();

        bench.pass(Duration.ofMillis(10_500));

        assertThat(bench.fakes.videos.questions()).isEqualTo(6);
    }

    @Test
    void the_same_notice_is_heard_once() {
        JobId id = asked();
        hear("n-1", id.toString());
        int calls = bench.fakes.jobStore.calls();

        assertThat(hear("n-1", id.toString())).isEqualTo(Effect.IGNORED);
        assertThat(bench.fakes.jobStore.calls()).isEqualTo(calls);
        assertThat(hear("n-2", id.toString())).isEqualTo(Effect.HEARD);
    }

    @Test
    void a_notice_that_could_not_be_passed_on_may_be_sent_again() {
        JobId id = asked();
        bench.fakes.jobStore.outOfOrder(true);
        assertThatThrownBy(() -> hear("n-1", id.toString())).isInstanceOf(JobStoreException.class);
        bench.fakes.jobStore.outOfOrder(false);

        assertThat(hear("n-1", id.toString())).isEqualTo(Effect.HEARD);
    }

    @Test
    void a_job_that_is_being_stopped_hears_as_well_and_one_that_is_over_does_not() {
        JobId id = asked();
        bench.jobs().cancel(id);
        assertThat(hear("n-1", id.toString())).isEqualTo(Effect.HEARD);
        assertThat(bench.finish(id).state().isFinal()).isTrue();

        assertThat(hear("n-2", id.toString())).isEqualTo(Effect.IGNORED);
        assertThat(hear("n-3", "nobody's")).isEqualTo(Effect.IGNORED);
    }

    @Test
    void a_backend_that_wants_its_peace_is_not_asked_earlier_because_of_a_notice() {
        JobId id = asked();
        bench.fakes.videos.breakDown(ErrorCode.RATE_LIMIT_EXCEEDED, Duration.ofSeconds(20));
        hear("n-1", id.toString());
        bench.pass(Duration.ofSeconds(1));
        int asked = bench.fakes.videos.questions();

        hear("n-2", id.toString());
        bench.pass(Duration.ofSeconds(15));

        assertThat(bench.fakes.videos.questions()).isEqualTo(asked);
    }

    @Test
    void what_is_not_the_providers_changes_nothing() {
        JobId id = asked();
        byte[] body = FakeNoticeReceiver.body(id.toString());
        Map<String, String> headers = new HashMap<>(
                FakeNoticeReceiver.headers("n-1", bench.schedule.clock().instant(), body));
        headers.put(FakeNoticeReceiver.SIGNATURES, "mine");

        assertThatThrownBy(() -> bench.studio().hosting().notices().hear("fake", headers, body))
                .isInstanceOf(ForgedNoticeException.class);

        bench.pass(Duration.ofSeconds(5));
        assertThat(bench.fakes.videos.questions()).isEqualTo(1);
        assertThat(hear("n-1", id.toString())).isEqualTo(Effect.HEARD);
    }

    @Test
    void what_cannot_be_checked_may_be_sent_again() {
        JobId id = asked();
        bench.fakes.receiver.loseKey(true);
        assertThatThrownBy(() -> hear("n-1", id.toString())).isInstanceOf(ProviderException.class);
        bench.fakes.receiver.loseKey(false);

        assertThat(hear("n-1", id.toString())).isEqualTo(Effect.HEARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "nobody", "", "FAKE", "../fake"})
    void of_other_backends_nothing_is_expected(String backend) {
        assertThatThrownBy(() -> bench.studio().hosting().notices().hear(backend, Map.of(), new byte[0]))
                .isInstanceOf(NotFoundException.class);
    }
}
