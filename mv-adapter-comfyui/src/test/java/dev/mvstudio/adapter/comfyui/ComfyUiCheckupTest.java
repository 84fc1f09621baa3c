package dev.mvstudio.adapter.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.testkit.comfyui.Call;
import dev.mvstudio.testkit.comfyui.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ComfyUiCheckupTest extends Rehearsal {
    @Test
    void servers_that_have_everything_have_no_faults() {
        Servers.installWan(first);
        Servers.installWan(second);

        assertThat(new ComfyUiCheckup(client(first, second), nanos::get, Duration.ofSeconds(20)).faults())
                .isEmpty();
        assertThat(first.ledger().refusals()).isEmpty();
    }

    @Test
    void what_a_server_lacks_is_named_with_the_model_that_needs_it() {
        second.die();
        ComfyUiCheckup checkup = new ComfyUiCheckup(client(first, second), nanos::get, Duration.ofSeconds(20));

        assertThat(checkup.subject()).isEqualTo("comfyui");
        assertThat(checkup.faults())
                .anySatisfy(fault -> assertThat(fault)
                        .contains(
                                first.address().toString(),
                                "workflow wan22 of wan-2.2-ti2v-5b",
                                "wan2.2_vae.safetensors",
                                "models/vae"))
                .anySatisfy(fault -> assertThat(fault).contains(second.address().toString(), "cannot be reached"))
                .noneSatisfy(fault -> assertThat(fault).contains("sd35"));
    }

    @Test
    void what_was_found_is_kept_for_a_while() {
        ComfyUiCheckup checkup = new ComfyUiCheckup(client(first), nanos::get, Duration.ofSeconds(20));
        assertThat(checkup.faults()).isNotEmpty();
        int asked = first.ledger().calls(Call.OBJECT_INFO);
        Servers.installWan(first);
        assertThat(checkup.faults()).isNotEmpty();
        assertThat(first.ledger().calls(Call.OBJECT_INFO)).isEqualTo(asked);

        pass(Duration.ofSeconds(11));
        assertThat(checkup.faults()).isEmpty();
    }

    @Test
    void nobody_waits_for_a_server_that_does_not_answer() {
        first.faults().always(Fault.silent());
        ComfyUiCheckup checkup = new ComfyUiCheckup(client(first), nanos::get, Duration.ofMillis(10));

        assertThat(checkup.faults()).isEmpty();
        eventually(() -> !checkup.faults().isEmpty());
        assertThat(checkup.faults())
                .singleElement()
                .asString()
                .contains(first.address().toString(), "cannot be reached");
    }
}
