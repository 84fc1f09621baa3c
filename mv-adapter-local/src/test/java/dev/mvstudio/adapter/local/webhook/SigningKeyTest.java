package dev.mvstudio.adapter.local.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.provider.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
    private static String secret(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 32, 64})
    void a_secret_has_24_to_64_bytes(int bytes) {
        assertThat(SigningKey.isWellFormed(secret(bytes))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 23, 65, 100})
    void a_shorter_or_longer_one_is_refused(int bytes) {
        assertThat(SigningKey.isWellFormed(secret(bytes))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS!",
                "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void what_is_no_base64_after_whsec_is_refused(String text) {
        assertThat(SigningKey.isWellFormed(text)).isFalse();
    }

    @Test
    void a_refusal_does_not_show_the_secret() {
        assertThatThrownBy(() -> new WebhookConfiguration(new Secret("canary-secret"), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("24 to 64")
                .hasMessageNotContaining("canary");
        assertThat(new WebhookConfiguration(new Secret(secret(24)), true).toString())
                .doesNotContain("AAAA");
    }

    /** The example of the specification. */
    @Test
    void the_known_example_has_the_known_signature() {
        SigningKey key = new SigningKey(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertThat(key.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
