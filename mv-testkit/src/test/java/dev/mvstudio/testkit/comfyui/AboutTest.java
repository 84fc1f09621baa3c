package dev.mvstudio.testkit.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AboutTest extends Rehearsal {
    @ParameterizedTest
    @CsvSource({"V0_33_0, 0.33.0, 44", "V0_3_64, 0.3.64, 42"})
    void it_says_what_it_is_and_has(Version version, String number, int samplers) throws Exception {
        startAs(version);

        JsonNode stats = json("/system_stats");

        assertThat(stats.at("/system/comfyui_version").asText()).isEqualTo(number);
        assertThat(stats.at("/devices/0/vram_total").asLong()).isPositive();
        assertThat(json("/object_info/KSampler").at("/KSampler/input/required/sampler_name/0"))
                .hasSize(samplers);
        assertThat(json("/object_info").at("/SaveImage/output_node").asBoolean())
                .isTrue();
        assertThat(json("/object_info/Nope")).isEmpty();
        assertThat(json("/features").get("max_upload_size").asInt()).isEqualTo(104_857_600);
        assertThat(json("/models").get(0).asText()).isEqualTo("checkpoints");
        assertThat(json("/api/models/loras")).isEmpty();
        assertThat(get("/models/nope").statusCode()).isEqualTo(404);
        assertThat(get("/embeddings").body()).isEqualTo("[]");
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void choices_are_written_in_three_ways() throws Exception {
        JsonNode info = json("/object_info");

        assertThat(info.at("/KSampler/input/required/scheduler/0").isArray()).isTrue();
        assertThat(info.at("/TripleCLIPLoader/input/required/clip_name1/0").asText())
                .isEqualTo("COMBO");
        assertThat(info.at("/SaveVideo/input/required/format/0").asText()).isEqualTo("COMFY_DYNAMICCOMBO_V3");
        assertThat(info.at("/SaveVideo/input_order/required").toString())
                .isEqualTo("[\"video\",\"filename_prefix\",\"format\"]");
    }

    @Test
    void another_node_can_be_added() throws Exception {
        ObjectNode description = (ObjectNode) json("/object_info/PreviewImage").get("PreviewImage");
        fake.catalog().add("ShowPicture", description);
        ObjectNode graph = plain(1);
        link(node(graph, "3", "ShowPicture"), "images", "1", 0);

        assertThat(finished(submit(graph)).at("/outputs/3/images")).hasSize(2);
    }

    @Test
    void the_history_can_be_read_in_part_and_forgotten() throws Exception {
        List<String> ids = List.of(submit(plain(1)), submit(plain(2)), submit(plain(3)));
        finished(ids.get(2));

        assertThat(json("/history")).hasSize(3);
        assertThat(json("/history?max_items=1").has(ids.get(2))).isTrue();
        assertThat(json("/history?offset=0&max_items=1").has(ids.get(0))).isTrue();
        post("/history", Json.object().set("delete", Json.tree(List.of(ids.get(1)))));
        assertThat(json("/history")).hasSize(2);
        post("/history", Json.object().put("clear", true));
        assertThat(json("/history")).isEmpty();
    }

    @Test
    void freeing_memory_empties_the_cache() throws Exception {
        finished(submit(plain(1)));
        post("/free", Json.object().put("unload_models", true).put("free_memory", true));
        finished(submit(plain(1)));

        assertThat(fake.ledger().renderedTwice()).hasSize(1);
    }

    @Test
    void only_the_wanted_outputs_are_run() throws Exception {
        ObjectNode graph = plain(1);
        link(node(graph, "3", "PreviewImage"), "images", "1", 0);
        ObjectNode body = prompt(graph, ID);
        body.putArray("partial_execution_targets").add("3");

        post("/prompt", body);

        assertThat(finished(ID).get("outputs").has("2")).isFalse();
        assertThat(finished(ID).get("outputs").has("3")).isTrue();
    }
}
