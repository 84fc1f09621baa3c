package dev.mvstudio.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Lane;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.Ticket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JobVocabularyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Backend BACKEND = new Backend("fake");
    private static final Ticket TICKET = new Ticket(BACKEND, "account", new Model("m"), "42");
    private static final JobError ERROR = JobError.of(ProviderError.of(ErrorCode.TIMEOUT, BACKEND, "too slow"), true);

    private final JobStatus queued = JobStatus.queued(false);
    private final JobStatus running = queued.admitted(NOW).at(Checkpoint.TICKET, TICKET, List.of());

    @ParameterizedTest
    @CsvSource({
        "QUEUED, 'RUNNING, FAILED, CANCELING, CANCELED'",
        "RUNNING, 'SUCCEEDED, FAILED, CANCELING'",
        "CANCELING, 'SUCCEEDED, FAILED, CANCELED'",
        "FAILED, QUEUED",
        "CANCELED, QUEUED",
        "SUCCEEDED, ''"
    })
    void a_job_goes_no_way_but_these(JobState from, String to) {
        Set<String> allowed = Set.of(to.split(", "));
        for (JobState next : JobState.values()) {
            assertThat(from.mayBecome(next)).as("%s to %s", from, next).isEqualTo(allowed.contains(next.name()));
        }
    }

    @ParameterizedTest
    @EnumSource(JobState.class)
    void only_what_is_over_is_final(JobState state) {
        assertThat(state.isFinal())
                .isEqualTo(Set.of(JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELED)
                        .contains(state));
        assertThat(state.word()).isEqualTo(state.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void a_status_tells_what_is_known_for_certain() {
        JobStatus made = running.at(Checkpoint.OUTPUTS, TICKET, List.of(new Output(BACKEND, URI.create("fake:1"))))
                .at(Stage.COLLECTING, 2, "nearly");

        assertThat(made.state()).isEqualTo(JobState.RUNNING);
        assertThat(made.ticket()).isEqualTo(TICKET);
        assertThat(made.outputs()).hasSize(1);
        assertThat(made.progress()).isEqualTo(1.0);
        assertThat(made.startedAt()).isEqualTo(NOW);
        assertThat(made.succeeded("{}", NOW).result()).isEqualTo("{}");
        assertThat(made.canceling().canceled(ERROR, NOW).finishedAt()).isEqualTo(NOW);
        assertThat(made.kept(true).keep()).isTrue();
        assertThat(Stage.COLLECTING.word()).isEqualTo("collecting");
    }

    @Test
    void what_can_be_resumed_is_queued_where_it_was() {
        JobStatus again = running.failed(ERROR, NOW).again();

        assertThat(again.state()).isEqualTo(JobState.QUEUED);
        assertThat(again.attempt()).isEqualTo(1);
        assertThat(again.ticket()).isEqualTo(TICKET);
        assertThat(again.checkpoint()).isEqualTo(Checkpoint.TICKET);
        assertThat(again.error()).isNull();
    }

    @Test
    void what_cannot_be_resumed_is_another_attempt() {
        JobStatus again = running.failed(
                        JobError.of(ProviderError.of(ErrorCode.UNKNOWN_ERROR, BACKEND, "no"), false), NOW)
                .again();

        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.ticket()).isNull();
        assertThat(again.checkpoint()).isEqualTo(Checkpoint.NONE);
    }

    @Test
    void a_change_is_told_as_what_it_is() {
        assertThat(JobEvent.between(queued, running)).containsExactly(JobEvent.Type.STATE);
        assertThat(JobEvent.between(running, running)).isEmpty();
        assertThat(JobEvent.between(running, running.kept(true))).isEmpty();
        assertThat(JobEvent.between(running, running.at(Stage.GENERATING, 0.5, null)))
                .containsExactly(JobEvent.Type.PROGRESS);
        assertThat(JobEvent.between(running, running.at(running.stage(), 0, "hello")))
                .containsExactly(JobEvent.Type.PROGRESS);
        assertThat(JobEvent.between(running, running.succeeded("{}", NOW))).containsExactly(JobEvent.Type.STATE, JobEvent.Type.RESULT);
        assertThat(JobEvent.between(running, running.failed(ERROR, NOW))).containsExactly(JobEvent.Type.STATE, JobEvent.Type.ERROR);
        assertThat(JobEvent.Type.RESULT.word()).isEqualTo("result");
    }

    @Test
    void an_id_is_read_in_its_one_form() {
        UUID id = UUID.fromString("a1b2c3d4-e5f6-4890-abcd-ef1234567890");

        assertThat(JobId.parse(id.toString())).contains(new JobId(id));
        assertThat(JobId.parse("A1B2C3D4-E5F6-4890-ABCD-EF1234567890")).isEmpty();
        assertThat(JobId.parse("../x")).isEmpty();
    }

    @Test
    void a_lane_lets_something_through() {
        assertThatThrownBy(() -> new Lane("x", 0, null, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Lane("x", 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Lane("x", 1, null, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new QueueFullException(new Lane("x", 1, null, 3)))
                .hasMessage("3 jobs are waiting for x already")
                .extracting(QueueFullException::lane)
                .isEqualTo(new Lane("x", 1, null, 3));
        assertThat(Lane.open("x").perMinute()).isNull();
        assertThat(new JobStoreException("gone", null)).hasMessage("gone");
    }
}
