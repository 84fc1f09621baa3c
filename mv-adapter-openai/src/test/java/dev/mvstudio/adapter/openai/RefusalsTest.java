package dev.mvstudio.adapter.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.testkit.openai.FakeOpenAi;
import dev.mvstudio.testkit.openai.Reply;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.scene.SceneRequests;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong on the other side, and what it is called here. */
class RefusalsTest {
    private final FakeOpenAi fake = FakeOpenAi.start();

    @AfterEach
    void close() {
        fake.close();
    }

    private ProviderError failure(String... options) {
        try (OpenAiSceneWriter writer = Settings.writer(fake, options)) {
            return failure(writer, Settings.MODEL);
        }
    }

    private static ProviderError failure(OpenAiSceneWriter writer, Model model) {
        ProviderException e = catchThrowableOfType(
                ProviderException.class, () -> writer.write(SceneRequests.plain(model, 2), answer -> {}));
        assertThat(e).isNotNull();
        return e.error();
    }

    private static Arguments reply(Reply reply, ErrorCode code, String details) {
        return Arguments.of(reply, code, details);
    }

    private static Reply json(int status, String body) {
        return Reply.of(status, body);
    }

    static Stream<Arguments> replies() {
        return Stream.of(
                reply(
                        Reply.error(401, "invalid_api_key", "Bad key sk-x"),
                        ErrorCode.AUTHENTICATION_ERROR,
                        "OPENAI_API_KEY"),
                reply(json(401, ""), ErrorCode.AUTHENTICATION_ERROR, "OPENAI_API_KEY"),
                reply(Reply.error(403, null, "no"), ErrorCode.AUTHENTICATION_ERROR, "OPENAI_API_KEY"),
                reply(
                        json(
                                403,
                                "{\"error\":{\"code\":403,\"message\":\"flagged\",\"metadata\":{\"reasons\":[\"x\"]}}}"),
                        ErrorCode.CONTENT_POLICY_VIOLATION,
                        "flagged"),
                reply(
                        Reply.error(403, "model_not_found", "no access"),
                        ErrorCode.INVALID_PROVIDER_REQUEST,
                        "change model"),
                reply(Reply.error(402, null, "Pay at https://x"), ErrorCode.INSUFFICIENT_CREDIT, "no credit left"),
                reply(Reply.error(429, "insufficient_quota", "Pay!"), ErrorCode.INSUFFICIENT_CREDIT, "no credit left"),
                reply(Reply.error(429, "rate_limit_exceeded", "Slow"), ErrorCode.RATE_LIMIT_EXCEEDED, ": Slow"),
                reply(
                        Reply.error(400, "content_policy_violation", "Your request was rejected"),
                        ErrorCode.CONTENT_POLICY_VIOLATION,
                        "Your request was rejected"),
                reply(Reply.error(400, "invalid_prompt", "flagged"), ErrorCode.CONTENT_POLICY_VIOLATION, "flagged"),
                reply(
                        Reply.error(400, "context_length_exceeded", "Too long"),
                        ErrorCode.INVALID_PROVIDER_REQUEST,
                        "Too long"),
                reply(
                        Reply.error(400, null, "response_format is not supported"),
                        ErrorCode.INVALID_PROVIDER_REQUEST,
                        "another response_format below options of openai may do"),
                reply(json(422, "{\"detail\":\"bad seed\"}"), ErrorCode.INVALID_PROVIDER_REQUEST, "422: bad seed"),
                reply(
                        json(404, "{\"error\":{\"message\":\"model 'x' not found\"}}"),
                        ErrorCode.INVALID_PROVIDER_REQUEST,
                        "change model"),
                reply(
                        json(404, "{\"object\":\"error\",\"message\":\"The model `x` does not exist.\",\"code\":404}"),
                        ErrorCode.INVALID_PROVIDER_REQUEST,
                        "change model"),
                reply(json(404, "<html>"), ErrorCode.INVALID_PROVIDER_REQUEST, "change base_url"),
                reply(json(500, "oops"), ErrorCode.PROVIDER_UNAVAILABLE, "answered 500"),
                reply(json(503, "{\"error\":\"busy\"}"), ErrorCode.PROVIDER_UNAVAILABLE, "503: busy"),
                reply(json(408, ""), ErrorCode.PROVIDER_UNAVAILABLE, "408"),
                reply(
                        json(302, "").header("Location", "http://127.0.0.1:9/"),
                        ErrorCode.INVALID_PROVIDER_RESPONSE,
                        "base_url"),
                reply(
                        json(200, "{\"error\":{\"code\":429,\"message\":\"slow\"}}"),
                        ErrorCode.RATE_LIMIT_EXCEEDED,
                        "slow"),
                reply(json(200, "{\"error\":{\"message\":\"upstream\"}}"), ErrorCode.PROVIDER_UNAVAILABLE, "upstream"),
                reply(
                        json(200, "{\"choices\":[{\"error\":{\"code\":502,\"message\":\"upstream\"}}]}"),
                        ErrorCode.PROVIDER_UNAVAILABLE,
                        "upstream"),
                reply(json(200, "<html>"), ErrorCode.INVALID_PROVIDER_RESPONSE, "no chat completion"),
                reply(json(200, ""), ErrorCode.INVALID_PROVIDER_RESPONSE, "no chat completion"),
                reply(json(200, "[1]"), ErrorCode.INVALID_PROVIDER_RESPONSE, "no chat completion"),
                reply(json(200, "null"), ErrorCode.INVALID_PROVIDER_RESPONSE, "no chat completion"),
                reply(json(200, "{\"choices\":[]}"), ErrorCode.INVALID_PROVIDER_RESPONSE, "no chat completion"),
                reply(
                        json(200, "{\"choices\":[{\"message\":null}]}"),
                        ErrorCode.INVALID_PROVIDER_RESPONSE,
                        "no chat completion"),
                reply(json(200, " ".repeat(9 << 20)), ErrorCode.INVALID_PROVIDER_RESPONSE, "more than 8 MiB"),
                reply(
                        Reply.refusal("I can't help with that."),
                        ErrorCode.CONTENT_POLICY_VIOLATION,
                        ": I can't help with that."),
                reply(Reply.filtered(), ErrorCode.CONTENT_POLICY_VIOLATION, "gpt-test refused to write the scenes"),
                reply(Reply.scenes(2).but(Reply.Fault.DROPPED), ErrorCode.PROVIDER_UNAVAILABLE, "asking openai: "),
                reply(Reply.scenes(2).but(Reply.Fault.CUT), ErrorCode.PROVIDER_UNAVAILABLE, "asking openai: "),
                reply(
                        Reply.scenes(2).but(Reply.Fault.SILENT),
                        ErrorCode.TIMEOUT,
                        "no answer within 2 s; change timeout_seconds"),
                reply(Reply.scenes(2).but(Reply.Fault.DRIPPING), ErrorCode.TIMEOUT, "no answer within 2 s"));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void each_failure_has_its_code_and_says_what_to_do(Reply reply, ErrorCode code, String details) {
        fake.once(reply);

        ProviderError error = failure("timeout_seconds", "2");

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.details()).contains(details).doesNotContain("https://x", "sk-x");
        assertThat(fake.asked()).as("it is not asked again").hasSize(1);
    }

    @Test
    void a_server_that_is_not_there_is_unavailable() {
        fake.close();

        assertThat(failure().code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(failure("base_url", "http://nowhere.invalid/v1").code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
    }

    @Test
    void the_wait_that_is_asked_for_is_handed_on() {
        Reply slow = Reply.error(429, "rate_limit_exceeded", "slow");
        fake.once(
                slow,
                slow.header("Retry-After", "7"),
                slow.header("Retry-After", "0.25"),
                slow.header("Retry-After", "Sat, 21 Nov 2026 10:01:00 GMT"),
                slow.header("Retry-After", "Sat, 21 Nov 2026 09:00:00 GMT"),
                slow.header("Retry-After", "soon"),
                slow.header("Retry-After", "99999999"),
                slow.header("Retry-After", "7").header("retry-after-ms", "1500"));

        assertThat(Stream.generate(() -> failure().retryAfter()).limit(8))
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(7),
                        Duration.ofMillis(250),
                        Duration.ofMinutes(1),
                        Duration.ZERO,
                        Duration.ofSeconds(5),
                        Duration.ofHours(1),
                        Duration.ofMillis(1500));
    }

    @Test
    void a_busy_server_may_say_when_to_come_back() {
        fake.once(Reply.error(503, null, "busy").header("Retry-After", "3"), Reply.error(503, null, "busy"));

        assertThat(failure().retryAfter()).isEqualTo(Duration.ofSeconds(3));
        assertThat(failure().retryAfter()).isNull();
    }

    @Test
    void a_model_that_is_not_there_names_the_setting() {
        try (OpenAiSceneWriter writer = Settings.writer(fake)) {
            ProviderError error = failure(writer, new Model("gpt-retired"));

            assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
            assertThat(error.details())
                    .contains("has no model gpt-retired", "change model below scenes of openai in backends.yaml");
        }
    }

    @Test
    void a_server_that_knows_no_schemas_is_told_how_to_be_asked() {
        fake.withoutSchemas();

        assertThat(failure().details()).contains("another response_format below options of openai may do");
    }

    @Test
    void a_server_that_wants_a_key_says_where_to_name_it() {
        try (OpenAiSceneWriter writer =
                Settings.writer(Map.of("base_url", fake.api().toString()), null)) {
            assertThat(failure(writer, Settings.MODEL).details())
                    .contains("wants a key", "below credentials of openai in backends.yaml");
        }
    }

    @Test
    void the_key_is_in_no_message_even_when_the_server_says_it() {
        String key = fake.key();
        fake.once(
                Reply.error(400, null, "Incorrect API key provided: " + key),
                Reply.error(500, null, "with " + key),
                Reply.refusal("because of " + key));

        for (int i = 0; i < 3; i++) {
            assertThat(failure().details()).doesNotContain(key).contains("***");
        }
        try (OpenAiSceneWriter wrong =
                Settings.writer(Map.of("base_url", fake.api().toString()), "sk-wrong-0123456789")) {
            assertThat(failure(wrong, Settings.MODEL).details()).doesNotContain("sk-");
        }
    }

    @Test
    void a_key_that_was_refused_is_not_sent_again_for_a_minute() {
        AtomicLong now = new AtomicLong();
        fake.once(Reply.error(401, "invalid_api_key", "no"));
        OpenAiConfiguration configuration = OpenAiConfiguration.of(
                Settings.backend(Map.of("base_url", fake.api().toString()), fake.key()));
        try (OpenAiSceneWriter writer = new OpenAiSceneWriter(configuration, Settings.CLOCK, now::get)) {
            ProviderError first = failure(writer, Settings.MODEL);
            now.addAndGet(Duration.ofSeconds(59).toNanos());
            assertThat(failure(writer, Settings.MODEL)).isEqualTo(first);
            assertThat(fake.calls()).isEqualTo(1);

            now.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(writer.write(SceneRequests.plain(Settings.MODEL, 2), answer -> {}))
                    .hasSize(2);
        }
    }

    @Test
    void a_long_refusal_is_cut_and_on_one_line() {
        fake.once(Reply.error(400, null, "a\nb\u0007c " + "🤖".repeat(400)));

        assertThat(failure().details()).contains(": a b c 🤖").endsWith("🤖…").hasSizeLessThan(400);
    }

    @Test
    void the_key_goes_nowhere_else_when_the_server_sends_us_away() {
        try (FakeOpenAi other = FakeOpenAi.start()) {
            fake.once(Reply.of(307, "").header("Location", other.api() + "/chat/completions"));

            assertThat(failure().code()).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
            assertThat(other.calls()).isZero();
        }
    }

    @Test
    void an_interrupted_thread_stops_waiting_and_stays_interrupted() throws Exception {
        fake.once(Reply.scenes(2).but(Reply.Fault.SILENT));
        var seen = new CompletableFuture<Boolean>();
        Thread thread = Thread.ofVirtual().start(() -> {
            assertThat(failure().code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
            seen.complete(Thread.currentThread().isInterrupted());
        });
        Settling.until(() -> !fake.asked().isEmpty(), Duration.ofSeconds(10));

        thread.interrupt();

        assertThat(seen.get(10, TimeUnit.SECONDS)).isTrue();
    }
}
