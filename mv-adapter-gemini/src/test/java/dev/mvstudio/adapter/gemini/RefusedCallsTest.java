package dev.mvstudio.adapter.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.testkit.gemini.Call;
import dev.mvstudio.testkit.gemini.FakeGemini;
import dev.mvstudio.testkit.gemini.Fault;
import dev.mvstudio.testkit.gemini.KeyRefusal;
import dev.mvstudio.testkit.scene.SceneRequests;
import dev.mvstudio.testkit.wire.Mishap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Google's refusals mean. */
class RefusedCallsTest {
    private final FakeGemini fake = FakeGemini.start();
    private final AtomicLong nanos = new AtomicLong();
    private GeminiClient client = client(fake.key());

    private GeminiClient client(String key, String... options) {
        return new GeminiClient(
                Account.configuration(fake, key, Path.of("unused"), options), Clock.systemUTC(), nanos::get);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        fake.close();
    }

    private ProviderError refused() {
        return refused(Account.WRITER);
    }

    private ProviderError refused(Model model) {
        return catchThrowableOfType(
                        ProviderException.class,
                        () -> new GeminiSceneWriter(client).write(SceneRequests.plain(model, 2), answer -> {}))
                .error();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.internal(), ErrorCode.PROVIDER_UNAVAILABLE),
                Arguments.of(Fault.unavailable(), ErrorCode.PROVIDER_UNAVAILABLE),
                Arguments.of(Fault.deadline(), ErrorCode.PROVIDER_UNAVAILABLE),
                Arguments.of(Fault.badGateway(), ErrorCode.PROVIDER_UNAVAILABLE),
                Arguments.of(Fault.dropped(), ErrorCode.PROVIDER_UNAVAILABLE),
                Arguments.of(Fault.lost(), ErrorCode.PROVIDER_UNAVAILABLE),
                Arguments.of(Fault.garbled(), ErrorCode.INVALID_PROVIDER_RESPONSE),
                Arguments.of(Fault.strange(), ErrorCode.INVALID_PROVIDER_RESPONSE),
                Arguments.of(Fault.invalid("No such thing."), ErrorCode.INVALID_PROVIDER_REQUEST),
                Arguments.of(Fault.billing(), ErrorCode.INSUFFICIENT_CREDIT),
                Arguments.of(Fault.spent(), ErrorCode.INSUFFICIENT_CREDIT),
                Arguments.of(Fault.permissionDenied(), ErrorCode.AUTHENTICATION_ERROR),
                Arguments.of(Fault.throttledWithoutInfo(), ErrorCode.RATE_LIMIT_EXCEEDED));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void refusals_are_told_apart(Mishap fault, ErrorCode code) {
        fake.faults().once(fault, Call.CONTENT);

        assertThat(refused().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(KeyRefusal.class)
    void a_bad_key_is_named_by_its_variable_and_never_shown(KeyRefusal how) throws IOException {
        fake.refusingKeysAs(how);
        client.close();
        client = client("AIzaSomebodyElses");

        ProviderError error = refused();

        assertThat(error.code()).isEqualTo(ErrorCode.AUTHENTICATION_ERROR);
        assertThat(error.details()).contains("GEMINI_API_KEY").doesNotContain("AIza");
    }

    @Test
    void after_a_bad_key_nobody_knocks_for_a_minute() throws IOException {
        client.close();
        client = client("AIzaSomebodyElses");
        refused();
        refused();
        assertThat(fake.ledger().calls(Call.CONTENT)).isEqualTo(1);

        nanos.addAndGet(Duration.ofSeconds(61).toNanos());
        refused();

        assertThat(fake.ledger().calls(Call.CONTENT)).isEqualTo(2);
    }

    @Test
    void the_wait_may_be_a_fraction_of_a_second_and_holds_others_back() {
        fake.faults().once(Fault.throttled("34.4"), Call.CONTENT);

        assertThat(refused().retryAfter()).isEqualTo(Duration.ofMillis(34_400));
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(refused().retryAfter()).isEqualTo(Duration.ofMillis(4_400));

        assertThat(fake.ledger().calls(Call.CONTENT)).isEqualTo(1);
        nanos.addAndGet(Duration.ofMillis(4_400).toNanos());
        assertThat(new GeminiSceneWriter(client).write(SceneRequests.plain(Account.WRITER, 2), answer -> {}))
                .hasSize(2);
    }

    @Test
    void the_quota_of_one_model_is_not_that_of_another() {
        fake.faults().once(Fault.usedUp(), Call.CONTENT);

        assertThat(refused().retryAfter()).isGreaterThan(Duration.ofHours(11));

        assertThat(new GeminiSceneWriter(client)
                        .write(SceneRequests.plain(new Model("gemini-2.5-flash"), 1), answer -> {}))
                .hasSize(1);
    }

    @Test
    void errors_may_come_in_arrays() {
        fake.errorsInArrays(true);

        assertThat(refused(new Model("gemini-0.1")).details()).contains("gemini-0.1", "is not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemini-2.0-flash", "gemini-1.5-flash", "gemini-0.1"})
    void a_model_that_is_gone_names_the_setting(String model) {
        ProviderError error = refused(new Model(model));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(error.details()).contains(model, "change model below scenes of gemini in backends.yaml");
    }

    @Test
    void what_takes_too_long_names_the_setting() throws IOException {
        client.close();
        client = client(fake.key(), "timeout_seconds", "1");
        fake.faults().once(Fault.silent(), Call.CONTENT);

        ProviderError error = refused();

        assertThat(error.code()).isEqualTo(ErrorCode.TIMEOUT);
        assertThat(error.details()).contains("timeout_seconds");
    }

    @Test
    void nobody_there_is_unavailable() {
        fake.close();

        assertThat(refused().code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(refused().details()).contains("cannot be reached");
    }
}
