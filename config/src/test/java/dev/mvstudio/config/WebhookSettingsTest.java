package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.webhook.WebhookSettings;
import dev.mvstudio.domain.provider.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSettingsTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    Path root;

    @Test
    void the_secret_comes_from_a_variable_and_is_not_shown() {
        StudioConfiguration configuration = new Folder(root)
                .variable("MV_WEBHOOK_SECRET", SECRET + "\n")
                .variable("MV_WEBHOOK_PRIVATE_ADDRESSES", "true")
                .read();

        assertThat(configuration.settings().webhooks()).isEqualTo(new WebhookSettings(new Secret(SECRET), true));
        assertThat(configuration.toString()).doesNotContain(SECRET);
        assertThat(configuration.warnings()).isEmpty();
    }

    @Test
    void an_empty_variable_is_no_secret() {
        assertThat(new Folder(root)
                        .variable("MV_WEBHOOK_SECRET", " ")
                        .read()
                        .settings()
                        .webhooks())
                .isEqualTo(WebhookSettings.OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary", "whsec_canary", "whsec_Y2FuYXJ5", "whsec_canary!canary!canary!canary!"})
    void a_malformed_secret_is_a_fault_with_its_place_that_does_not_show_it(String secret) {
        assertThat(new Folder(root)
                        .file(".env", "\nMV_WEBHOOK_SECRET=" + secret + "\n")
                        .faults())
                .containsExactly(".env:2: MV_WEBHOOK_SECRET: expected whsec_ and the base64 of 24 to 64 random bytes;"
                        + " what is there is not shown");
        assertThat(new Folder(root.resolve("b"))
                        .variable("MV_WEBHOOK_SECRET", secret)
                        .faults())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("MV_WEBHOOK_SECRET: ")
                .doesNotContain(secret);
    }

    @Test
    void the_secret_has_no_place_in_yaml() {
        assertThat(new Folder(root)
                        .own("settings.yaml", Folder.SETTINGS + "webhook_secret: " + SECRET + "\n")
                        .faults())
                .hasSize(1)
                .first()
                .asString()
                .contains("settings.yaml:24:1: webhook_secret: is unknown")
                .doesNotContain(SECRET);
    }
}
