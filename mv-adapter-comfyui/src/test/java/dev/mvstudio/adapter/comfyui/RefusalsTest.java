package dev.mvstudio.adapter.comfyui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.adapter.comfyui.workflow.Graph;
import dev.mvstudio.adapter.comfyui.workflow.Input;
import dev.mvstudio.adapter.comfyui.workflow.Recipe;
import dev.mvstudio.adapter.comfyui.workflow.Slot;
import dev.mvstudio.adapter.comfyui.workflow.Variant;
import dev.mvstudio.adapter.comfyui.workflow.Workflow;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.testkit.comfyui.Call;
import dev.mvstudio.testkit.comfyui.Fault;
import dev.mvstudio.testkit.image.ImageRequests;
import dev.mvstudio.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest extends Rehearsal {
    private static final Refusals REFUSALS = new Refusals(Servers.COMFYUI, "MV_COMFYUI_URLS");

    private static String told(String body) {
        return REFUSALS.graph("http://a:8188", Json.read(body.getBytes(UTF_8)))
                .error()
                .details();
    }

    @Test
    void what_real_servers_answer_to_bad_graphs_is_told_for_people() {
        assertThat(told("""
                        {"error": {"type": "missing_node_type", "message": "Node 'Nope' not found. The custom node may not be\
                         installed.", "details": "Node ID '#1'", "extra_info": {"node_id": "1", "class_type": "Nope",\
                         "node_title": "Nope"}}, "node_errors": {}}"""))
                .isEqualTo("the ComfyUI at http://a:8188 refuses the workflow: the node Nope is not installed there");
        assertThat(told("""
                        {"error": {"type": "invalid_prompt", "message": "Cannot execute because node Nope does not exist.",\
                         "details": "Node ID '#1'", "extra_info": {}}, "node_errors": {}}""")).endsWith("Cannot execute because node Nope does not exist. Node ID '#1'");
        assertThat(told("""
                        {"error": {"type": "prompt_outputs_failed_validation"}, "node_errors": {"3": {"errors": [\
                         {"type": "required_input_missing", "message": "Required input is missing", "details": "denoise",\
                         "extra_info": {"input_name": "denoise"}}], "dependent_outputs": ["9"],\
                         "class_type": "KSampler"}}}""")).endsWith("node 3 (KSampler): it needs an input denoise");
        assertThat(told("""
                        {"error": {}, "node_errors": {"3": {"errors": [{"type": "value_smaller_than_min",\
                         "message": "Value -1 smaller than min of 0", "details": "seed", "extra_info": {}}],\
                         "class_type": "KSampler"}}}""")).endsWith("node 3 (KSampler): Value -1 smaller than min of 0: seed");
        assertThat(told("{\"error\": \"invalid prompt\"}")).endsWith("invalid prompt");
    }

    @ParameterizedTest
    @CsvSource({
        "401,AUTHENTICATION_ERROR,MV_COMFYUI_URLS as http://user:password@host",
        "403,AUTHENTICATION_ERROR,proxy",
        "404,PROVIDER_UNAVAILABLE,is there a ComfyUI",
        "413,INVALID_PROVIDER_REQUEST,--max-upload-size",
        "418,INVALID_PROVIDER_RESPONSE,418",
        "429,PROVIDER_UNAVAILABLE,429",
        "503,PROVIDER_UNAVAILABLE,503"
    })
    void a_status_says_what_to_do(int status, ErrorCode code, String words) {
        ProviderError error = REFUSALS.status("asking", status).error();

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.details()).contains(words);
    }

    @Test
    void a_proxy_that_wants_a_password_is_told_of() {
        first.faults().always(Fault.unauthorized());
        ProviderError error = refusal(() -> images(first).start(PLAIN, key(1)));

        assertThat(error.details()).contains("a user and a password", "MV_COMFYUI_URLS");
    }

    @Test
    void a_page_instead_of_an_answer_is_no_comfyui() {
        first.faults().always(Fault.html(), Call.REMAINING);

        assertThat(refusal(() -> images(first).start(PLAIN, key(1))).details()).contains("is there a ComfyUI");
    }

    @Test
    void an_upload_that_fails_starts_nothing_there() {
        first.faults().always(Fault.unavailable(), Call.UPLOAD);
        ComfyUiImageModel model = images(first, second);

        model.start(ImageRequests.with(PLAIN, Parameter.REFERENCE_IMAGE), key(1));
        model.start(ImageRequests.with(PLAIN, Parameter.REFERENCE_IMAGE), key(2));

        assertThat(first.ledger().prompts()).isEmpty();
        assertThat(second.ledger().prompts()).hasSize(2);
    }

    /** One output is good, and runs; another one is not, and would be missing. */
    @Test
    void a_graph_that_is_taken_in_part_is_refused_and_stopped() throws IOException {
        String graph = Shipped.text("sd35_text_to_image")
                .replaceFirst(
                        "^\\{",
                        "{\"20\": {\"class_type\": \"LoadImage\", \"inputs\": {\"image\": \"gone.png\"}},"
                                + " \"21\": {\"class_type\": \"PreviewImage\", \"inputs\": {\"images\": [\"20\", 0]}},");
        Recipe recipe =
                new Recipe(Graph.parse(graph), Map.of(Slot.PROMPT, List.of(new Input("6", "text"))), "9", 16, 1);
        ComfyUiConfiguration configuration = ComfyUiConfiguration.of(
                Servers.settings(
                        first.address().toString(),
                        Map.of(),
                        Servers.fixedImage("mine", EnumSet.noneOf(Parameter.class))),
                Map.of("mine", new Workflow("mine", Map.of(Variant.TEXT, recipe)), "wan22", Shipped.wan22()),
                Duration.ofMinutes(1));
        first.hold();
        try (ComfyUiClient client = new ComfyUiClient(configuration, new Random(1))) {
            ProviderError error = refusal(() -> new ComfyUiImageModel(client).start(PLAIN, key(1)));

            assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
            assertThat(error.details()).contains("node 20 (LoadImage)", "gone.png");
            first.release();
            eventually(first::isIdle);
            assertThat(first.ledger().renders()).isEmpty();
        }
    }
}
