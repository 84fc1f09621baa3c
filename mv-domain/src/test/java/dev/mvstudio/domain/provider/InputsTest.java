package dev.mvstudio.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InputsTest {
    private static final Inputs INPUTS = new Inputs(
            Map.of("first_frame", "image", "duration", Inputs.NONE),
            Map.of("output_format", Map.of("jpeg", "jpg")),
            Map.of("go_fast", true));

    @Test
    void an_input_is_called_as_the_field_unless_said_otherwise() {
        assertThat(INPUTS.name("seed")).contains("seed");
        assertThat(INPUTS.name("first_frame")).contains("image");
        assertThat(INPUTS.name("duration")).isEmpty();
    }

    @Test
    void a_value_is_spelt_as_ours_unless_said_otherwise() {
        assertThat(INPUTS.word("output_format", "jpeg")).isEqualTo("jpg");
        assertThat(INPUTS.word("output_format", "png")).isEqualTo("png");
        assertThat(INPUTS.word("seed", 0L)).isEqualTo(0L);
    }
}
