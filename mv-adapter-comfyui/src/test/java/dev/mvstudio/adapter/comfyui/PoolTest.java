package dev.mvstudio.adapter.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.testkit.comfyui.Call;
import dev.mvstudio.testkit.comfyui.Fault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PoolTest extends Rehearsal {
    @Test
    void the_least_busy_server_goes_first() {
        first.hold();
        second.hold();
        ComfyUiImageModel model = images(first, second);
        for (int i = 0; i < 6; i++) {
            started(model, key(i));
        }

        assertThat(first.ledger().prompts()).hasSize(3);
        assertThat(second.ledger().prompts()).hasSize(3);
    }

    @Test
    void a_dead_server_is_left_out_and_asked_again_after_a_while() {
        ComfyUiImageModel model = images(first, second);
        first.die();
        for (int i = 0; i < 3; i++) {
            assertThat(settled(model, started(model, key(i)))).isInstanceOf(Status.Finished.class);
        }
        first.comeBack();
        second.hold();
        started(model, key(3));
        assertThat(first.ledger().prompts()).isEmpty();

        pass(Duration.ofSeconds(31));
        started(model, key(4));
        assertThat(first.ledger().prompts()).hasSize(1);
    }

    @Test
    void when_all_are_dead_each_is_named_and_the_next_start_tries_them_again() {
        ComfyUiImageModel model = images(first, second);
        first.die();
        second.die();

        ProviderError error = refusal(() -> model.start(PLAIN, key(1)));
        assertThat(error.code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(error.details())
                .contains(first.address().getAuthority(), second.address().getAuthority());
        second.comeBack();
        assertThat(settled(model, started(model, key(1)))).isInstanceOf(Status.Finished.class);
    }

    @Test
    void what_one_server_lacks_another_may_have() {
        first.catalog().install("checkpoints");
        ComfyUiImageModel model = images(first, second);
        started(model, key(1));
        started(model, key(2));

        assertThat(second.ledger().prompts()).hasSize(2);
    }

    @Test
    void what_may_have_arrived_is_not_started_elsewhere() {
        ComfyUiImageModel model = images(first, second);
        first.faults().always(Fault.lost(), Call.PROMPT);
        second.faults().always(Fault.lost(), Call.PROMPT);

        assertThat(refusal(() -> model.start(PLAIN, key(1))).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(first.ledger().prompts().size() + second.ledger().prompts().size())
                .isEqualTo(1);
        assertThat(model.find(PLAIN, key(1), Instant.EPOCH)).isInstanceOf(Search.Found.class);
    }

    @Test
    void nothing_is_said_to_be_absent_while_one_who_may_have_it_is_away() {
        ComfyUiImageModel model = images(first, second);
        second.die();

        assertThat(model.find(PLAIN, key(1), Instant.EPOCH)).isInstanceOf(Search.Unknowable.class);
        second.comeBack();
        assertThat(model.find(PLAIN, key(1), Instant.EPOCH)).isEqualTo(new Search.Absent());
    }
}
