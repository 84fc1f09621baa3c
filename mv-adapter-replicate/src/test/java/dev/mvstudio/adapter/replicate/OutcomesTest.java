package dev.mvstudio.adapter.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On predictions as Replicate showed them, and on those with one member changed. */
class OutcomesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static ObjectNode recorded(String name) {
        try (InputStream in = OutcomesTest.class.getResourceAsStream("/replicate/" + name + ".json")) {
            return (ObjectNode) Json.READER.readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Status status(ObjectNode prediction, int mostOutputs) {
        try {
            return new Outcomes(Account.REPLICATE, mostOutputs)
                    .of(Prediction.of(prediction), NOW)
                    .orElseThrow();
        } catch (OddAnswerException e) {
            throw new AssertionError(e);
        }
    }

    private static Status status(ObjectNode prediction) {
        return status(prediction, 4);
    }

    private static ErrorCode failure(ObjectNode prediction) {
        return ((Status.Failed) status(prediction)).error().code();
    }

    private static Status failed(String error) {
        return status(recorded("failed").put("error", error));
    }

    private static Output output(String location) {
        return new Output(Account.REPLICATE, URI.create(location));
    }

    @Test
    void starting_is_pending_and_processing_is_running() {
        assertThat(status(recorded("starting"))).isEqualTo(new Status.Pending(null, null));
        assertThat(status(recorded("starting").put("status", "processing"))).isEqualTo(new Status.Running(null));
    }

    @Test
    void one_address_is_one_output() {
        assertThat(status(recorded("succeeded")))
                .isEqualTo(new Status.Finished(
                        List.of(output("https://replicate.delivery/xezq/ZKA0Gf3fXyS1/tmpf2o7m0_g.mp4"))));
    }

    @Test
    void several_addresses_are_several_outputs_up_to_what_is_wanted() {
        ObjectNode two = recorded("succeeded");
        two.putArray("output").add("https://replicate.delivery/a/0.png").add("https://replicate.delivery/a/1.png");

        assertThat(status(two, 4))
                .isEqualTo(new Status.Finished(List.of(
                        output("https://replicate.delivery/a/0.png"), output("https://replicate.delivery/a/1.png"))));
        assertThat(status(two, 1))
                .isEqualTo(new Status.Finished(List.of(output("https://replicate.delivery/a/0.png"))));
    }

    @Test
    void what_was_removed_is_expired() {
        assertThat(failure(recorded("removed"))).isEqualTo(ErrorCode.OUTPUT_EXPIRED);
    }

    @Test
    void success_with_nothing_to_show_is_a_strange_answer() {
        assertThat(failure(recorded("succeeded").putNull("output"))).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a line of text\"",
                "\"data:image/png;base64,iVBORw0KGgo=\"",
                "\"ftp://replicate.delivery/a.mp4\"",
                "\"https:///a.mp4\"",
                "[]",
                "[\"https://replicate.delivery/a.mp4\", 7]",
                "{\"video\":\"https://replicate.delivery/a.mp4\"}",
                "[[\"https://replicate.delivery/a.mp4\"]]",
                "42"
            })
    void an_output_that_is_no_file_is_a_strange_answer(String output) throws IOException {
        ObjectNode prediction = recorded("succeeded").set("output", Json.READER.readTree(output));

        assertThat(failure(prediction)).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The input or output was flagged as sensitive. Please try again with different inputs. (E005)",
                "Prediction failed: Async prediction failed: ModelError: The input or output was flagged as sensitive."
                        + " Please try again with different inputs. (E005) (uIJ6l3ruRD)",
                "NSFW content detected. Try running it again, or try a different prompt."
            })
    void a_refusal_for_what_it_shows_is_one_however_it_is_put(String error) {
        assertThat(((Status.Failed) failed(error)).error().code()).isEqualTo(ErrorCode.CONTENT_POLICY_VIOLATION);
        assertThat(((Status.Failed) failed(error)).error().details()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Prediction interrupted; please retry (code: PA) | PROVIDER_UNAVAILABLE",
                "Director: unexpected error handling prediction (E6716) | PROVIDER_UNAVAILABLE",
                "The model ran out of memory. (E1001) | UNKNOWN_ERROR",
                "An unknown error occurred (E1000) | UNKNOWN_ERROR",
                "The webhook URL is empty (E4875) | INVALID_PROVIDER_REQUEST",
                "CUDA error: device-side assert triggered | UNKNOWN_ERROR"
            })
    void other_failures_are_told_by_their_code(String error, ErrorCode code) {
        assertThat(((Status.Failed) failed(error)).error().code()).isEqualTo(code);
        assertThat(((Status.Failed) failed(error)).error().details()).isEqualTo(error);
    }

    @Test
    void a_failure_without_a_reason_says_so() {
        assertThat(((Status.Failed) status(recorded("failed").putNull("error")))
                        .error()
                        .details())
                .isEqualTo("it failed, and Replicate gives no reason");
    }

    @Test
    void a_long_reason_is_cut_and_links_are_left_out() {
        String error = "See https://replicate.com/account/billing#billing " + "x".repeat(1000);

        assertThat(((Status.Failed) failed(error)).error().details())
                .hasSize(500)
                .startsWith("xxx")
                .endsWith("…");
    }

    @Test
    void canceled_is_no_success() {
        assertThat(status(recorded("canceled"))).isEqualTo(new Status.Canceled());
        assertThat(status(recorded("canceled").put("deadline", "2024-12-11T19:00:00Z")))
                .isEqualTo(new Status.Canceled());
    }

    @Test
    void canceled_at_its_deadline_is_a_time_out() {
        assertThat(failure(recorded("canceled").put("deadline", "2024-12-11T18:20:51.4Z")))
                .isEqualTo(ErrorCode.TIMEOUT);
        assertThat(failure(recorded("canceled")
                        .put("deadline", "2026-11-20T11:59:00Z")
                        .putNull("completed_at")))
                .isEqualTo(ErrorCode.TIMEOUT);
    }

    @Test
    void aborted_is_a_time_out_where_there_was_a_deadline() {
        assertThat(failure(recorded("aborted"))).isEqualTo(ErrorCode.TIMEOUT);
        assertThat(status(recorded("aborted").putNull("deadline"))).isEqualTo(new Status.Canceled());
    }

    @Test
    void a_state_that_nobody_knows_yet_is_none_of_ours() throws IOException {
        Prediction dreaming = Prediction.of(recorded("starting").put("status", "dreaming"));

        assertThat(new Outcomes(Account.REPLICATE, 1).of(dreaming, NOW)).isEmpty();
        assertThat(dreaming.isFinal()).isFalse();
    }
}
