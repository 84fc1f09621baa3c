package dev.mvstudio.testkit.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest extends Rehearsal {
    private JsonNode refused(ObjectNode graph) throws Exception {
        var response = post("/prompt", prompt(graph));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(fake.ledger().prompts()).isEmpty();
        return json(response);
    }

    private static List<String> types(JsonNode body, String node) {
        return body.at("/node_errors/" + node + "/errors")
                .valueStream()
                .map(e -> e.get("type").asText())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void what_is_no_prompt_is_told_in_the_words_of_the_real_one(Version version) throws Exception {
        startAs(version);

        var none = post("/prompt", "{}");
        var noJson = post("/prompt", "not json");
        var noOutputs = post("/prompt", prompt(Json.object()));

        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body())
                .isEqualTo("{\"error\":{\"type\":\"no_prompt\",\"message\":\"No prompt provided\","
                        + "\"details\":\"No prompt provided\",\"extra_info\":{}},\"node_errors\":{}}");
        assertThat(noJson.statusCode()).isEqualTo(500);
        assertThat(noJson.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
        assertThat(noJson.body()).startsWith("500 Internal Server Error");
        assertThat(json(noOutputs).at("/error/type").asText()).isEqualTo("prompt_no_outputs");
    }

    @ParameterizedTest
    @CsvSource({"V0_33_0, missing_node_type, Nope", "V0_3_64, invalid_prompt, ''"})
    void an_unknown_node_is_refused_each_version_in_its_own_way(Version version, String type, String named)
            throws Exception {
        startAs(version);
        ObjectNode graph = graph(1, 1);
        node(graph, "1", "Nope");

        JsonNode error = refused(graph).get("error");

        assertThat(error.get("type").asText()).isEqualTo(type);
        assertThat(error.get("details").asText()).isEqualTo("Node ID '#1'");
        assertThat(error.at("/extra_info/class_type").asText()).isEqualTo(named);
        graph.set("1", Json.object());
        assertThat(refused(graph).at("/error/type").asText()).isEqualTo(type);
    }

    @Test
    void wrong_values_are_told_all_at_once() throws Exception {
        ObjectNode graph = graph(-1, 1);
        inputs(graph, "3")
                .put("sampler_name", "Euler a")
                .put("steps", 10_001)
                .put("cfg", "much")
                .remove("denoise");

        JsonNode body = refused(graph);
        JsonNode errors = body.at("/node_errors/3/errors");

        assertThat(body.at("/error/type").asText()).isEqualTo("prompt_outputs_failed_validation");
        assertThat(body.at("/node_errors/3/dependent_outputs").toString()).isEqualTo("[\"9\"]");
        assertThat(body.at("/node_errors/3/class_type").asText()).isEqualTo("KSampler");
        assertThat(types(body, "3"))
                .containsExactlyInAnyOrder(
                        "value_smaller_than_min",
                        "value_bigger_than_max",
                        "invalid_input_type",
                        "value_not_in_list",
                        "required_input_missing");
        assertThat(errors.toString())
                .contains("Value -1 smaller than min of 0", "sampler_name: 'Euler a' not in (list of length 44)");
    }

    @ParameterizedTest
    @CsvSource({
        "model",
        "seed",
        "steps",
        "cfg",
        "sampler_name",
        "scheduler",
        "positive",
        "negative",
        "latent_image",
        "denoise"
    })
    void a_sampler_needs_all_ten(String input) throws Exception {
        ObjectNode graph = graph(1, 1);
        inputs(graph, "3").remove(input);

        assertThat(types(refused(graph), "3")).containsExactly("required_input_missing");
    }

    @Test
    void a_seed_of_twenty_digits_is_one() throws Exception {
        ObjectNode graph = graph(1, 1);
        inputs(graph, "3").put("seed", new java.math.BigInteger("18446744073709551615"));
        assertThat(post("/prompt", prompt(graph)).statusCode()).isEqualTo(200);

        inputs(graph, "3").put("seed", new java.math.BigInteger("18446744073709551616"));
        assertThat(post("/prompt", prompt(graph)).statusCode()).isEqualTo(400);
    }

    @Test
    void a_checkpoint_that_is_not_installed_is_refused_with_those_that_are() throws Exception {
        ObjectNode graph = graph(1, 1);
        inputs(graph, "4").put("ckpt_name", "other.safetensors");

        assertThat(refused(graph).at("/node_errors/4/errors/0/details").asText())
                .isEqualTo("ckpt_name: 'other.safetensors' not in ['sd3.5_large_fp8_scaled.safetensors']");

        fake.catalog().install("checkpoints", "other.safetensors");
        assertThat(post("/prompt", prompt(graph)).statusCode()).isEqualTo(200);
        assertThat(json("/models/checkpoints").toString()).isEqualTo("[\"other.safetensors\"]");
    }

    @Test
    void links_must_fit() throws Exception {
        ObjectNode mismatch = graph(1, 1);
        link(inputs(mismatch, "9"), "images", "5", 0);
        ObjectNode nowhere = graph(1, 1);
        link(inputs(nowhere, "9"), "images", "99", 0);
        ObjectNode inner = graph(1, 1);
        link(inputs(inner, "8"), "samples", "99", 0);
        ObjectNode slot = graph(1, 1);
        link(inputs(slot, "9"), "images", "8", 1);
        ObjectNode cycle = graph(1, 1);
        link(inputs(cycle, "3"), "latent_image", "3", 0);
        ObjectNode odd = graph(1, 1);
        inputs(odd, "9").putArray("images").add("8");

        assertThat(refused(mismatch).at("/error/details").asText())
                .isEqualTo("Return type mismatch between linked nodes: images, received_type(LATENT) mismatch"
                        + " input_type(IMAGE)");
        assertThat(refused(nowhere).at("/node_errors/9/errors/0/details").asText())
                .isEqualTo("'99'");
        assertThat(types(refused(inner), "8")).containsExactly("exception_during_inner_validation");
        assertThat(types(refused(slot), "9")).containsExactly("exception_during_validation");
        assertThat(post("/prompt", prompt(cycle)).statusCode()).isEqualTo(400);
        assertThat(types(refused(odd), "9")).containsExactly("bad_linked_input");
    }

    @Test
    void one_good_output_is_enough_and_the_bad_one_is_told() throws Exception {
        ObjectNode graph = plain(1);
        link(node(graph, "3", "SaveImage").put("filename_prefix", "bad"), "images", "99", 0);

        var response = post("/prompt", prompt(graph));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(types(json(response), "3")).containsExactly("exception_during_validation");
        assertThat(finished(json(response).get("prompt_id").asText()).get("outputs"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"not-a-uuid", "58374C42-5e1c-46ea-b265-ab10180003fa", "58374c425e1c46eab265ab10180003fa"})
    void only_the_new_version_minds_what_an_id_looks_like(String id) throws Exception {
        assertThat(json(post("/prompt", prompt(plain(1), id))).at("/error/type").asText())
                .isEqualTo("invalid_prompt_id");

        startAs(Version.V0_3_64);
        assertThat(json(post("/prompt", prompt(plain(1), id))).get("prompt_id").asText())
                .isEqualTo(id);
    }

    @Test
    void an_image_that_was_not_handed_in_is_refused() throws Exception {
        ObjectNode graph = Json.object();
        node(graph, "1", "LoadImage").put("image", "ref.png");
        link(node(graph, "2", "PreviewImage"), "images", "1", 0);

        assertThat(refused(graph).at("/node_errors/1/errors/0/type").asText()).isEqualTo("custom_validation_failed");

        upload("ref.png", bytes(40, 30));
        JsonNode file = finished(submit(graph)).at("/outputs/2/images/0");
        assertThat(file.get("type").asText()).isEqualTo("temp");
        assertThat(size(bytes(view(file)).body())).isEqualTo("40x30");
    }

    private static byte[] bytes(int width, int height) {
        return dev.mvstudio.testkit.wire.Pictures.png(width, height, 7);
    }

    @Test
    void pages_of_other_origins_are_kept_out() throws Exception {
        var foreign = request("/queue").header("Sec-Fetch-Site", "cross-site").build();
        var origin = request("/queue").header("Origin", "http://evil.example").build();
        var own = request("/queue").header("Origin", fake.address().toString()).build();

        assertThat(client.send(foreign, java.net.http.HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.send(origin, java.net.http.HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.send(own, java.net.http.HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }
}
