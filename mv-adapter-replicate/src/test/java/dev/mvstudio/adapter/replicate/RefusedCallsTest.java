package dev.mvstudio.adapter.replicate;

import static dev.mvstudio.testkit.video.VideoRequests.plain;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.testkit.image.ImageRequests;
import dev.mvstudio.testkit.replicate.Call;
import dev.mvstudio.testkit.replicate.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedCallsTest extends Rehearsal {
    private ProviderError startError(Fault fault) {
        fake.faults().once(fault, Call.CREATE);
        return error(() -> clips().start(plain(Account.VEO), key()));
    }

    private ProviderError statusError(Fault fault) {
        Ticket ticket = start(clips(), plain(Account.VEO));
        fake.faults().once(fault, Call.GET);
        return error(() -> clips().status(ticket));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.unauthenticated(), ErrorCode.AUTHENTICATION_ERROR, ErrorCode.AUTHENTICATION_ERROR),
                Arguments.of(Fault.forbidden(), ErrorCode.AUTHENTICATION_ERROR, ErrorCode.AUTHENTICATION_ERROR),
                Arguments.of(Fault.insufficientCredit(), ErrorCode.INSUFFICIENT_CREDIT, ErrorCode.INSUFFICIENT_CREDIT),
                Arguments.of(Fault.gone(), ErrorCode.INVALID_PROVIDER_REQUEST, ErrorCode.INVALID_PROVIDER_REQUEST),
                Arguments.of(Fault.invalid(), ErrorCode.INVALID_PROVIDER_REQUEST, ErrorCode.INVALID_PROVIDER_REQUEST),
                Arguments.of(Fault.throttled(3), ErrorCode.RATE_LIMIT_EXCEEDED, ErrorCode.RATE_LIMIT_EXCEEDED),
                Arguments.of(Fault.internal(), ErrorCode.OUTCOME_UNKNOWN, ErrorCode.PROVIDER_UNAVAILABLE),
                Arguments.of(Fault.badGateway(), ErrorCode.OUTCOME_UNKNOWN, ErrorCode.PROVIDER_UNAVAILABLE),
                Arguments.of(Fault.unavailable(), ErrorCode.OUTCOME_UNKNOWN, ErrorCode.PROVIDER_UNAVAILABLE),
                Arguments.of(Fault.json(408, "{}"), ErrorCode.OUTCOME_UNKNOWN, ErrorCode.PROVIDER_UNAVAILABLE),
                Arguments.of(
                        Fault.json(409, "{}"), ErrorCode.INVALID_PROVIDER_REQUEST, ErrorCode.INVALID_PROVIDER_REQUEST),
                Arguments.of(
                        Fault.json(413, "{}"), ErrorCode.INVALID_PROVIDER_REQUEST, ErrorCode.INVALID_PROVIDER_REQUEST),
                Arguments.of(
                        Fault.json(302, "{}"),
                        ErrorCode.INVALID_PROVIDER_RESPONSE,
                        ErrorCode.INVALID_PROVIDER_RESPONSE),
                Arguments.of(Fault.dropped(), ErrorCode.OUTCOME_UNKNOWN, ErrorCode.PROVIDER_UNAVAILABLE),
                Arguments.of(Fault.lost(), ErrorCode.OUTCOME_UNKNOWN, ErrorCode.PROVIDER_UNAVAILABLE),
                Arguments.of(Fault.garbled(), ErrorCode.OUTCOME_UNKNOWN, ErrorCode.INVALID_PROVIDER_RESPONSE),
                Arguments.of(Fault.json(201, "<html>"), ErrorCode.OUTCOME_UNKNOWN, ErrorCode.INVALID_PROVIDER_RESPONSE),
                Arguments.of(Fault.json(200, "[]"), ErrorCode.OUTCOME_UNKNOWN, ErrorCode.INVALID_PROVIDER_RESPONSE),
                Arguments.of(
                        Fault.json(200, "{\"id\":\"../../x\",\"status\":\"starting\"}"),
                        ErrorCode.OUTCOME_UNKNOWN,
                        ErrorCode.INVALID_PROVIDER_RESPONSE));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_start_and_a_question_fail_with_a_code(Fault fault, ErrorCode ofStart, ErrorCode ofQuestion) {
        assertThat(startError(fault).code()).isEqualTo(ofStart);
        with(Map.of());
        assertThat(statusError(fault).code()).isEqualTo(ofQuestion);
    }

    @Test
    void no_message_shows_the_token_or_leads_to_the_account() {
        Stream.of(
                        Fault.unauthenticated(),
                        Fault.insufficientCredit(),
                        Fault.json(
                                400, "{\"detail\":\"Bad token " + fake.token() + ". Go to https://replicate.com/x.\"}"))
                .forEach(fault -> {
                    with(Map.of());
                    ProviderError error = startError(fault);

                    assertThat(error.details()).doesNotContain("http", fake.token(), "billing");
                    assertThat(error.provider()).isEqualTo(Account.REPLICATE);
                });
    }

    @Test
    void an_unaccepted_credential_is_named_by_its_variable() {
        assertThat(startError(Fault.unauthenticated()).details()).contains("REPLICATE_API_TOKEN");
    }

    @Test
    void after_an_unaccepted_credential_nothing_is_asked_for_a_minute() {
        atATime();
        Ticket ticket = start(clips(), plain(Account.VEO));
        fake.faults().once(Fault.unauthenticated(), Call.GET);

        assertThat(code(() -> clips().status(ticket))).isEqualTo(ErrorCode.AUTHENTICATION_ERROR);
        nanoTime.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(code(() -> clips().status(ticket))).isEqualTo(ErrorCode.AUTHENTICATION_ERROR);
        assertThat(code(() -> clips().start(plain(Account.VEO), key()))).isEqualTo(ErrorCode.AUTHENTICATION_ERROR);
        assertThat(fake.ledger().calls(Call.GET)).isEqualTo(1);
        assertThat(fake.ledger().calls(Call.CREATE)).isEqualTo(1);

        nanoTime.addAndGet(Duration.ofSeconds(2).toNanos());
        clips().status(ticket);
        assertThat(fake.ledger().calls(Call.GET)).isEqualTo(2);
    }

    @Test
    void a_model_that_is_gone_is_named_with_the_setting() {
        ProviderError error = error(() -> clips().start(plain(Account.RETIRED), key()));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(error.details()).contains("google/veo-1").contains("model in replicate.video of backends.yaml");
    }

    @Test
    void a_version_that_is_gone_is_named_with_the_setting() {
        fake.models().retire("fofr/consistent-character");

        ProviderError error = error(() -> images().start(ImageRequests.plain(Account.PINNED), key()));

        assertThat(error.details())
                .contains(Account.PINNED.name())
                .contains("model in replicate.image of backends.yaml");
    }

    @Test
    void an_input_that_the_model_refuses_is_named_as_callers_know_it() {
        ImageRequest r = ImageRequests.plain(Account.FLUX);
        ImageRequest five = new ImageRequest(
                r.model(), r.subject(), r.prompt(), null, new AspectRatio(1, 2), 5, r.format(), null, null, null);

        ProviderError error = error(() -> images().start(five, key()));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(error.details())
                .contains("num_images: ")
                .contains("aspect_ratio: must be one of")
                .doesNotContain("input.");
    }

    @Test
    void a_refused_first_frame_is_named_as_callers_know_it() {
        String body = "{\"title\":\"Input validation failed\",\"detail\":\"- input.image: bad\",\"invalid_fields\":"
                + "[{\"type\":\"x\",\"field\":\"input.image\",\"description\":\"image is not a picture\"}]}";

        assertThat(startError(Fault.json(422, body)).details())
                .isEqualTo("Replicate refused starting a prediction of google/veo-3.1:"
                        + " reference_images: is not a picture");
    }

    @Test
    void a_refusal_without_fields_is_told_in_replicates_words() {
        assertThat(startError(Fault.json(422, "{\"detail\":\"- version is required\\n\"}"))
                        .details())
                .endsWith(": - version is required");
    }

    @Test
    void nobody_there_means_that_nothing_was_started() {
        with(Map.of("base_url", "http://127.0.0.1:9/v1"));

        assertThat(code(() -> clips().start(plain(Account.VEO), key()))).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(code(() -> clips().status(new Ticket(Account.REPLICATE, "default", Account.VEO, "abc"))))
                .isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
    }

    @Test
    void a_name_that_nobody_has_means_that_nothing_was_started() {
        with(Map.of("base_url", "http://nobody.invalid/v1"));

        assertThat(code(() -> clips().start(plain(Account.VEO), key()))).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
    }

    @Test
    void a_failed_handshake_means_that_nothing_was_started() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> sayHello(server));
            with(Map.of("base_url", "https://127.0.0.1:" + server.getLocalPort() + "/v1"));

            assertThat(code(() -> clips().start(plain(Account.VEO), key()))).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        }
    }

    private static void sayHello(ServerSocket server) {
        try (Socket caller = server.accept()) {
            caller.getOutputStream().write("220 welcome to a server of another kind\r\n".getBytes(US_ASCII));
            caller.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothing_is_ever_repeated() {
        startError(Fault.internal());
        startError(Fault.lost());

        assertThat(fake.ledger().calls(Call.CREATE)).isEqualTo(2);
        assertThat(fake.ledger().created()).hasSize(1);
    }

    @Test
    void an_unknown_state_is_a_strange_answer() {
        assertThat(statusError(Fault.json(200, "{\"id\":\"abc\",\"status\":\"dreaming\"}"))
                        .details())
                .contains("dreaming");
    }
}
