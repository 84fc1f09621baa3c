package dev.mvstudio.adapter.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.testkit.comfyui.Call;
import dev.mvstudio.testkit.comfyui.FakeComfyUi;
import dev.mvstudio.testkit.comfyui.Fault;
import dev.mvstudio.testkit.comfyui.Outcome;
import dev.mvstudio.testkit.image.ImageRequests;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptsTest extends Rehearsal {
    private static ImageRequest sampled(Sampling sampling) {
        return new ImageRequest(
                PLAIN.model(),
                PLAIN.subject(),
                PLAIN.prompt(),
                "a crowd",
                PLAIN.aspectRatio(),
                1,
                ImageFormat.JPEG,
                11L,
                null,
                null,
                List.of(),
                sampling);
    }

    @Test
    void everything_that_is_asked_for_is_in_the_graph() {
        images(first).start(sampled(new Sampling("heun", 9, 3.5, new FrameSize(640, 368))), key(1));

        var prompt = first.ledger().prompts().get(0);
        assertThat(prompt.inputs("KSampler").toString())
                .contains("\"seed\":11,", "\"steps\":9,", "\"cfg\":3.5,", "\"sampler_name\":\"heun\"");
        assertThat(prompt.inputs("EmptySD3LatentImage").toString()).contains("\"width\":640,", "\"height\":368,");
        assertThat(prompt.says(PLAIN.prompt())).isTrue();
        assertThat(prompt.says("a crowd")).isTrue();
        assertThat(prompt.clientId()).isNotEmpty();
    }

    @Test
    void without_a_seed_every_start_has_one_of_its_own() {
        ComfyUiImageModel model = images(first);
        started(model, key(1));
        started(model, key(2));

        assertThat(first.ledger().prompts())
                .extracting(prompt -> prompt.inputs("KSampler").path("seed").asLong())
                .doesNotHaveDuplicates()
                .doesNotContain(0L);
    }

    @Test
    void a_reference_image_is_sent_once_under_the_name_of_its_bytes_and_becomes_part_of_the_graph() {
        ComfyUiImageModel model = images(first);
        ImageRequest request = ImageRequests.with(PLAIN, Parameter.REFERENCE_IMAGE);
        model.start(request, key(1));
        model.start(request, key(2));

        JsonNode name = first.ledger().prompts().get(0).inputs("LoadImage").path("image");
        assertThat(name.asText()).matches("mv/[0-9a-f]{64}\\.png");
        assertThat(first.ledger().prompts().get(1).inputs("LoadImage").path("image"))
                .isEqualTo(name);
        assertThat(first.ledger().refusals()).isEmpty();
    }

    @Test
    void a_picture_is_fetched_in_the_format_that_was_asked_for() throws IOException {
        ComfyUiImageModel model = images(first);
        var start = (dev.mvstudio.domain.provider.Start.Running) model.start(sampled(Sampling.USUAL), key(1));

        List<Output> outputs = ((Status.Finished) settled(model, start.ticket())).outputs();

        assertThat(bytes(model, outputs.get(0))).startsWith(0xff, 0xd8, 0xff);
    }

    @Test
    void a_ticket_and_an_output_are_good_for_another_process() throws IOException {
        Ticket ticket = started(images(first), key(1));
        ComfyUiImageModel later = images(second, first);

        Status.Finished finished = (Status.Finished) settled(later, ticket);

        assertThat(bytes(later, finished.outputs().get(0))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(refusal(() -> images(second).status(ticket)).details())
                .contains(first.address().getAuthority(), "no longer in MV_COMFYUI_URLS");
    }

    @Test
    void how_far_it_is_is_told_as_soon_as_the_server_tells() {
        first.hold();
        ComfyUiImageModel model = images(first);
        Ticket ticket = started(model, key(1));
        Ticket next = started(model, key(2));
        eventually(() -> first.running().isPresent() && !first.listeners().isEmpty());

        assertThat(model.status(next)).isEqualTo(new Status.Pending(1, null));
        eventually(() -> {
            first.step(1);
            return model.status(ticket) instanceof Status.Running running && running.progress() != null;
        });
        first.release();
        assertThat(settled(model, next)).isInstanceOf(Status.Finished.class);
    }

    @Test
    void it_works_without_a_socket() {
        first.faults().always(Fault.dropped(), Call.EVENTS);
        ComfyUiImageModel model = images(first);

        assertThat(settled(model, started(model, key(1)))).isInstanceOf(Status.Finished.class);
    }

    @Test
    void what_is_just_over_and_in_no_list_is_not_taken_for_lost() {
        second.hidingHistory(3);
        ComfyUiImageModel model = images(second);
        Ticket ticket = started(model, key(1));
        eventually(second::isIdle);

        assertThat(model.status(ticket)).isEqualTo(new Status.Running(null));
        assertThat(settled(model, ticket)).isInstanceOf(Status.Finished.class);
    }

    @Test
    void what_a_server_forgot_when_it_was_started_again_may_be_started_once_more() {
        for (FakeComfyUi fake : List.of(first, second)) {
            fake.hold();
            ComfyUiImageModel model = images(fake);
            Ticket ticket = started(model, key(1));
            fake.die().comeBack();

            assertThat(model.status(ticket)).isEqualTo(new Status.Running(null));
            pass(Duration.ofSeconds(3));
            Status.Failed lost = (Status.Failed) model.status(ticket);
            assertThat(lost.error().code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
            assertThat(lost.error().details()).contains("started again");
            assertThat(model.find(PLAIN, key(1), Instant.EPOCH)).isEqualTo(new Search.Absent());
        }
    }

    @Test
    void a_server_that_is_away_says_nothing_about_the_generation() {
        ComfyUiImageModel model = images(first);
        Ticket ticket = started(model, key(1));
        first.die();

        assertThat(refusal(() -> model.status(ticket)).code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
    }

    @Test
    void what_waits_is_taken_out_and_what_runs_is_stopped_and_nothing_else() {
        for (FakeComfyUi fake : List.of(first, second)) {
            fake.hold();
            ComfyUiImageModel model = images(fake);
            Ticket running = started(model, key(1));
            Ticket waiting = started(model, key(2));
            eventually(() -> fake.running().isPresent());

            model.cancel(waiting);
            assertThat(model.status(waiting)).isEqualTo(new Status.Canceled());
            assertThat(fake.running()).isPresent();
            assertThat(fake.ledger().calls(Call.INTERRUPT)).isZero();

            model.cancel(running);
            fake.release();
            assertThat(settled(model, running)).isEqualTo(new Status.Canceled());
        }
    }

    @Test
    void a_node_that_fails_is_named_and_a_full_memory_is_told() {
        ComfyUiImageModel model = images(first);
        first.outcomes().once(Outcome.error("the tensors do not fit")).once(Outcome.outOfMemory());

        ProviderError error = ((Status.Failed) settled(model, started(model, key(1)))).error();
        assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN_ERROR);
        assertThat(error.details()).contains("node 3 (KSampler)", "RuntimeError", "the tensors do not fit");
        error = ((Status.Failed) settled(model, started(model, key(2)))).error();
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(error.details()).contains("out of memory", "KSampler");
    }

    @Test
    void a_workflow_that_saves_nothing_names_its_output() {
        ComfyUiImageModel model = images(first);
        first.outcomes().once(Outcome.nothing());

        ProviderError error = ((Status.Failed) settled(model, started(model, key(1)))).error();

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
        assertThat(error.details()).contains("node 9");
    }

    @Test
    void a_missing_model_and_an_unknown_sampler_are_named() {
        ComfyUiImageModel model = images(first);
        ProviderError sampler = refusal(() -> model.start(sampled(new Sampling("Euler a", null, null, null)), key(1)));
        assertThat(sampler.code()).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(sampler.details()).contains("node 3 (KSampler)", "sampler_name", "Euler a");

        first.catalog().install("checkpoints", "other.safetensors");
        assertThat(refusal(() -> model.start(PLAIN, key(2))).details())
                .contains("node 4", "sd3.5_large_fp8_scaled.safetensors", "models/checkpoints");
        assertThat(model.find(PLAIN, key(2), Instant.EPOCH)).isEqualTo(new Search.Absent());
    }

    @Test
    void an_answer_that_is_lost_leaves_an_order_that_can_be_found() {
        ComfyUiImageModel model = images(first);
        first.faults()
                .once(Fault.lost(), Call.PROMPT)
                .once(Fault.garbled(), Call.PROMPT)
                .once(Fault.internal(), Call.PROMPT);

        assertThat(refusal(() -> model.start(PLAIN, key(1))).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(refusal(() -> model.start(PLAIN, key(2))).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(refusal(() -> model.start(PLAIN, key(3))).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(model.find(PLAIN, key(1), Instant.EPOCH)).isInstanceOf(Search.Found.class);
        assertThat(model.find(PLAIN, key(2), Instant.EPOCH)).isInstanceOf(Search.Found.class);
        assertThat(model.find(PLAIN, key(3), Instant.EPOCH)).isEqualTo(new Search.Absent());
    }

    @Test
    void files_are_fetched_from_the_configured_servers_only() {
        ComfyUiImageModel model = images(first);
        for (String location : List.of(
                "http://169.254.169.254/view?filename=x",
                first.address() + "@evil.example/view?filename=x",
                first.address() + "/object_info",
                "file:///etc/passwd")) {
            Output hostile = new Output(Servers.COMFYUI, URI.create(location));
            assertThat(refusal(() -> {
                                try {
                                    model.open(hostile).close();
                                } catch (IOException e) {
                                    throw new AssertionError(e);
                                }
                            })
                            .code())
                    .isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        }
    }
}
