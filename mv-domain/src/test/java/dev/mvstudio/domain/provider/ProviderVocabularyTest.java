package dev.mvstudio.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.cost.Money;
import dev.mvstudio.domain.cost.Price;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderVocabularyTest {
    private static final Backend PREVIEW = new Backend("preview");

    @ParameterizedTest
    @ValueSource(strings = {"", "Preview", "1st", "a b", "../x", "-a"})
    void a_backend_has_a_plain_name(String name) {
        assertThatThrownBy(() -> new Backend(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "ä", "../x"})
    void a_submission_key_is_safe_in_a_path(String key) {
        assertThatThrownBy(() -> new SubmissionKey(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_model_needs_a_name() {
        assertThatThrownBy(() -> new Model(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Model("google/veo-3.1")).hasToString("google/veo-3.1");
    }

    @Test
    void a_secret_cannot_be_printed() {
        Secret secret = new Secret("r8_very-secret");
        BackendSettings settings = new BackendSettings(
                PREVIEW, Map.of(), List.of("REPLICATE_API_TOKEN"), secret, Map.of(), Lane.open("preview"));

        assertThat(settings.toString()).contains("REPLICATE_API_TOKEN").doesNotContain("very-secret");
        assertThat(secret.reveal()).isEqualTo("r8_very-secret");
        assertThatThrownBy(() -> new Secret(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_backend_has_credentials_when_it_needs_none_or_has_one() {
        assertThat(new BackendSettings(PREVIEW, Map.of(), List.of(), null, Map.of(), Lane.open("preview"))
                        .hasCredentials())
                .isTrue();
        assertThat(new BackendSettings(PREVIEW, Map.of(), List.of("KEY"), null, Map.of(), Lane.open("preview"))
                        .hasCredentials())
                .isFalse();
        assertThat(new BackendSettings(
                                PREVIEW, Map.of(), List.of("KEY"), new Secret("x"), Map.of(), Lane.open("preview"))
                        .hasCredentials())
                .isTrue();
    }

    @Test
    void only_what_may_succeed_later_is_retryable() {
        assertThat(Arrays.stream(ErrorCode.values()).filter(ErrorCode::retryable))
                .containsExactlyInAnyOrder(
                        ErrorCode.RATE_LIMIT_EXCEEDED,
                        ErrorCode.PROVIDER_UNAVAILABLE,
                        ErrorCode.INVALID_PROVIDER_RESPONSE,
                        ErrorCode.TIMEOUT);
    }

    @Test
    void a_described_call_keeps_the_order_of_its_members() {
        Map<String, Object> body = new LinkedHashMap<>();
        List.of("z", "a", "m").forEach(k -> body.put(k, 1));

        assertThat(new ProviderCall("POST", "x", body).body().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void a_price_counts_what_the_provider_counts() {
        Money half = new Money(new BigDecimal("0.50"), Currency.getInstance("USD"));

        assertThat(new Price(half, Price.Unit.SECOND).estimate(1, 8).amount()).isEqualByComparingTo("4");
        assertThat(new Price(half, Price.Unit.IMAGE).estimate(3, 8).amount()).isEqualByComparingTo("1.5");
        assertThat(new Price(half, Price.Unit.CALL).estimate(3, 8).amount()).isEqualByComparingTo("0.5");
        assertThat(Price.FREE.estimate(4, 60).amount()).isZero();
        assertThatThrownBy(() -> new Money(BigDecimal.ONE.negate(), half.currency()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
