package dev.mvstudio.adapter.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.testkit.gemini.Asked;
import dev.mvstudio.testkit.gemini.Call;
import dev.mvstudio.testkit.gemini.DownloadFault;
import dev.mvstudio.testkit.gemini.FakeGemini;
import dev.mvstudio.testkit.gemini.Fault;
import dev.mvstudio.testkit.gemini.Outcome;
import dev.mvstudio.testkit.video.VideoRequests;
import dev.mvstudio.testkit.wire.Mishap;
import dev.mvstudio.testkit.wire.Pictures;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Clips: how they are ordered, how they end, and how they are fetched. */
class ClipsTest {
    private static final ReferenceImage PICTURE =
            VideoRequests.reference(Pictures.draw("png", "1:1", 7), MediaType.PNG);

    @TempDir
    private Path folder;

    private final FakeGemini fake = FakeGemini.start().taking(Duration.ZERO);
    private GeminiClient client;
    private GeminiVideoModel model;

    @BeforeEach
    void open() {
        client = Account.client(fake, folder);
        model = new GeminiVideoModel(client);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        fake.close();
        assertThat(fake.ledger().strayKeys()).isEmpty();
    }

    private static VideoRequest request(Model model, int seconds, int lines, int pictures) {
        return new VideoRequest(
                model,
                "A robot dances. 🤖",
                "No cuts.",
                "a crowd",
                new AspectRatio(16, 9),
                Duration.ofSeconds(seconds),
                new Resolution(lines),
                true,
                0L,
                Collections.nCopies(pictures, PICTURE));
    }

    private Ticket started(VideoRequest request) {
        SubmissionKey key = new SubmissionKey(UUID.randomUUID().toString());
        return ((Start.Running) model.start(request, key)).ticket();
    }

    private Asked ordered(VideoRequest request) {
        started(request);
        assertThat(fake.ledger().refusals()).isEmpty();
        return fake.ledger().orders().get(0);
    }

    private Output made(Model of) {
        return ((Status.Finished) model.status(started(request(of, 8, 720, 0))))
                .outputs()
                .get(0);
    }

    private byte[] bytes(Output output) throws IOException {
        try (var in = model.open(output)) {
            return in.readAllBytes();
        }
    }

    static Stream<Model> models() {
        return Stream.of(Models.VEO, Models.OMNI);
    }

    @Test
    void veo_is_told_everything_that_it_honours() {
        Asked asked = ordered(request(Models.VEO, 8, 2160, 0));

        assertThat(asked.prompt()).isEqualTo("A robot dances. 🤖\n\nNo cuts.");
        assertThat(asked.parameter("aspectRatio")).isEqualTo("16:9");
        assertThat(asked.body().at("/parameters/durationSeconds").isInt()).isTrue();
        assertThat(asked.parameter("resolution")).isEqualTo("4k");
        assertThat(asked.parameter("negativePrompt")).isEqualTo("a crowd");
        assertThat(asked.parameter("personGeneration")).isEqualTo("allow_all");
        assertThat(asked.body().path("parameters").has("seed")).isFalse();
    }

    @Test
    void pictures_are_resembled_where_veo_can() {
        Asked asked = ordered(request(Models.VEO, 8, 720, 3));

        assertThat(asked.body().at("/instances/0/referenceImages")).hasSize(3);
        assertThat(asked.at("/instances/0/referenceImages/2/referenceType")).isEqualTo("asset");
        assertThat(asked.parameter("personGeneration")).isEqualTo("allow_adult");
    }

    @Test
    void a_clip_can_go_from_one_picture_to_another() {
        Asked asked = ordered(request(Models.VEO, 8, 720, 1).endingWith(PICTURE));

        assertThat(asked.at("/instances/0/image/mimeType")).isEqualTo("image/png");
        assertThat(asked.at("/instances/0/lastFrame/bytesBase64Encoded")).startsWith("iVBORw0KGgo");
        assertThat(asked.body().at("/instances/0").has("referenceImages")).isFalse();
        assertThat(asked.parameter("personGeneration")).isEqualTo("allow_adult");
    }

    @Test
    void a_picture_is_the_first_frame_otherwise() {
        Asked asked = ordered(request(Models.VEO, 4, 720, 1));

        assertThat(asked.at("/instances/0/image/mimeType")).isEqualTo("image/png");
        assertThat(asked.at("/instances/0/image/bytesBase64Encoded")).startsWith("iVBORw0KGgo");
        assertThat(asked.parameter("personGeneration")).isEqualTo("allow_adult");
    }

    @Test
    void an_interaction_is_told_everything_that_it_honours() {
        Asked asked = ordered(request(Models.OMNI, 8, 2160, 2));

        assertThat(asked.call()).isEqualTo(Call.INTERACT);
        assertThat(asked.at("/generation_config/seed") + asked.at("/generationConfig/seed"))
                .isEqualTo("0");
        assertThat(asked.body().toString()).contains("reference_to_video", "\"8s\"", "\"4k\"", "\"uri\"");
        assertThat(asked.body().path("input")).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_clip_is_fetched_and_the_key_stays_with_the_api(Model of) throws IOException {
        assertThat(new String(bytes(made(of)), 4, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("ftyp");
        assertThat(fake.ledger().calls(Call.STORED)).isEqualTo(1);
    }

    @Test
    void the_address_in_an_answer_does_not_lead_the_key_away() throws IOException {
        fake.downloads().calledBy(URI.create("https://generativelanguage.googleapis.com/v1beta/"));

        Output output = made(Models.VEO);

        assertThat(output.location().toString()).startsWith(fake.address().toString());
        assertThat(bytes(output)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_clip_may_come_with_the_answer_and_outlives_this_process(Model of) throws IOException {
        fake.outcomes().once(Outcome.inline());
        Ticket ticket = started(request(of, 8, 720, 0));
        Status before = model.status(ticket);
        client.close();
        client = Account.client(fake, folder);
        model = new GeminiVideoModel(client);

        assertThat(model.status(ticket)).isEqualTo(before);
        assertThat(bytes(((Status.Finished) before).outputs().get(0))).isNotEmpty();
    }

    static Stream<Arguments> ends() {
        return models().flatMap(of -> Stream.of(
                Arguments.of(of, Outcome.filtered(), ErrorCode.CONTENT_POLICY_VIOLATION, "celebrity"),
                Arguments.of(of, Outcome.audioFiltered(), ErrorCode.CONTENT_POLICY_VIOLATION, "audio"),
                Arguments.of(of, Outcome.filteredAsVertex(), ErrorCode.CONTENT_POLICY_VIOLATION, "42237218"),
                Arguments.of(of, Outcome.internal(), ErrorCode.PROVIDER_UNAVAILABLE, "Internal"),
                Arguments.of(of, Outcome.exhausted(), ErrorCode.RATE_LIMIT_EXCEEDED, "exhausted"),
                Arguments.of(of, Outcome.invalid(), ErrorCode.CONTENT_POLICY_VIOLATION, "guidelines"),
                Arguments.of(of, Outcome.failed(3, "No."), ErrorCode.INVALID_PROVIDER_REQUEST, "No."),
                Arguments.of(of, Outcome.failed(4, "Late."), ErrorCode.TIMEOUT, "Late."),
                Arguments.of(of, Outcome.failed(16, "Who?"), ErrorCode.AUTHENTICATION_ERROR, "Who?"),
                Arguments.of(of, Outcome.failed(99, "Huh."), ErrorCode.UNKNOWN_ERROR, "Huh."),
                Arguments.of(of, Outcome.ended("incomplete"), ErrorCode.INVALID_PROVIDER_RESPONSE, "no clip"),
                Arguments.of(
                        of,
                        Outcome.odd(JsonNodeFactory.instance.objectNode().put("x", 1)),
                        ErrorCode.INVALID_PROVIDER_RESPONSE,
                        "no reason")));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void without_a_clip_it_is_said_why(Model of, Outcome outcome, ErrorCode code, String why) {
        fake.outcomes().once(outcome);

        Status.Failed failed = (Status.Failed) model.status(started(request(of, 8, 720, 0)));

        assertThat(failed.error().code()).isEqualTo(code);
        assertThat(failed.error().details()).contains(why);
    }

    @Test
    void a_used_up_budget_is_no_credit_and_an_unknown_state_is_nonsense() {
        fake.outcomes().once(Outcome.ended("budget_exceeded")).once(Outcome.ended("dreaming"));

        Status.Failed failed = (Status.Failed) model.status(started(request(Models.OMNI, 8, 720, 0)));
        Ticket dreaming = started(request(Models.OMNI, 8, 720, 0));

        assertThat(failed.error().code()).isEqualTo(ErrorCode.INSUFFICIENT_CREDIT);
        assertThatThrownBy(() -> model.status(dreaming)).hasMessageContaining("dreaming");
    }

    @Test
    void an_interaction_can_be_stopped() {
        fake.taking(Duration.ofHours(1));
        Ticket ticket = started(request(Models.OMNI, 8, 720, 0));

        assertThat(model.status(ticket)).isEqualTo(new Status.Running(null));
        model.cancel(ticket);

        assertThat(model.status(ticket)).isEqualTo(new Status.Canceled());
    }

    static Stream<Arguments> faults() {
        return models().flatMap(of -> Stream.of(
                Arguments.of(of, Fault.lost(), ErrorCode.OUTCOME_UNKNOWN),
                Arguments.of(of, Fault.garbled(), ErrorCode.OUTCOME_UNKNOWN),
                Arguments.of(of, Fault.strange(), ErrorCode.OUTCOME_UNKNOWN),
                Arguments.of(of, Fault.internal(), ErrorCode.OUTCOME_UNKNOWN),
                Arguments.of(of, Fault.badGateway(), ErrorCode.OUTCOME_UNKNOWN),
                Arguments.of(of, Fault.unavailable(), ErrorCode.PROVIDER_UNAVAILABLE),
                Arguments.of(of, Fault.throttled("0.2"), ErrorCode.RATE_LIMIT_EXCEEDED)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_may_have_been_begun_is_not_begun_again(Model of, Mishap fault, ErrorCode code) {
        fake.faults().once(fault);

        ProviderException refusal =
                catchThrowableOfType(ProviderException.class, () -> started(request(of, 8, 720, 0)));

        assertThat(refusal.error().code()).isEqualTo(code);
    }

    @Test
    void a_model_that_is_gone_names_the_setting() {
        assertThatThrownBy(() -> started(request(Models.RETIRED, 8, 720, 0)))
                .hasMessageContaining("change model below video of gemini in backends.yaml");
    }

    @Test
    void pictures_that_are_too_large_are_refused_before_they_are_sent() {
        ReferenceImage large = VideoRequests.reference(new byte[16 << 20], MediaType.PNG);
        VideoRequest request = request(Models.VEO, 4, 720, 0).with("", List.of(large));

        assertThatThrownBy(() -> started(request)).hasMessageContaining("smaller reference images");
        assertThat(fake.ledger().calls(Call.GENERATE_VIDEO)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = DownloadFault.class,
            names = {"CUT", "CHUNKED_CUT", "DROPPED", "REDIRECT_LOOP", "FORBIDDEN", "NOT_FOUND", "UNAVAILABLE"})
    void a_download_that_goes_wrong_is_an_error_and_may_be_tried_again(DownloadFault fault) throws IOException {
        Output output = made(Models.VEO);
        fake.downloads().faults().once(fault, Call.STORED);

        assertThatThrownBy(() -> bytes(output)).isInstanceOfAny(IOException.class, ProviderException.class);
        assertThat(bytes(output)).isNotEmpty();
    }

    @Test
    void a_clip_is_expired_after_two_days() {
        fake.downloads().keeping(Duration.ZERO);
        Output output = made(Models.VEO);

        ProviderException refusal = catchThrowableOfType(ProviderException.class, () -> bytes(output));

        assertThat(refusal.error().code()).isEqualTo(ErrorCode.OUTPUT_EXPIRED);
    }
}
