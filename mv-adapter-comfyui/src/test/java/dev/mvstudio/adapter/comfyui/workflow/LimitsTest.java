package dev.mvstudio.adapter.comfyui.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static JsonNode node(String limits) throws IOException {
        return new ObjectMapper().readTree("{\"input\":{\"required\":{\"width\":[\"INT\",%s]}}}".formatted(limits));
    }

    @Test
    void a_server_says_what_its_nodes_take() throws IOException {
        JsonNode node = node("{\"min\":16,\"max\":16384,\"step\":8}");

        assertThat(Limits.of(node, "width", 64)).isEqualTo(new Limits(16, 16_384, 8));
        assertThat(Limits.of(node, "height", 64)).isEqualTo(new Limits(1, Integer.MAX_VALUE, 64));
        assertThat(Limits.of(node("{\"min\":0,\"max\":99,\"step\":1}"), "width", 16))
                .isEqualTo(new Limits(0, 99, 16));
        assertThat(Limits.of(MissingNode.getInstance(), "width", 16)).isEqualTo(new Limits(1, Integer.MAX_VALUE, 16));
    }

    @Test
    void what_is_not_taken_comes_with_what_is() {
        Limits limits = new Limits(16, 1000, 16);

        assertThat(limits.fault(16)).isEmpty();
        assertThat(limits.fault(15)).contains("is out of range: it is from 16 to 1000");
        assertThat(limits.fault(17)).contains("is no multiple of 16: make it 16 or 32");
        assertThat(limits.fault(999)).contains("is no multiple of 16: make it 992");
        assertThat(new Limits(1, 1000, 16).fault(9)).contains("is no multiple of 16: make it 16");
    }
}
