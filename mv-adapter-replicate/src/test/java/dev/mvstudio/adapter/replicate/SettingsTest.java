package dev.mvstudio.adapter.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mvstudio.domain.provider.Model;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static ReplicateSettings settings(Map<String, String> options, String publicUrl) {
        return ReplicateSettings.of(new ReplicateConfiguration(
                Account.settings(options, "r8_x"),
                publicUrl == null ? null : URI.create(publicUrl),
                Duration.ofMinutes(10),
                null));
    }

    @Test
    void what_is_not_set_is_as_usual() {
        ReplicateSettings usual = settings(Map.of(), null);

        assertThat(usual.api()).hasToString("https://api.replicate.com/v1");
        assertThat(usual.callsPerMinute()).isEqualTo(2400);
        assertThat(usual.outputHosts().allow(URI.create("https://replicate.delivery/x")))
                .isTrue();
        assertThat(usual.outputHosts().allow(URI.create("https://pbxt.replicate.delivery/x")))
                .isTrue();
        assertThat(usual.isReachable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://api.replicate.com/v1, https://studio.example, true",
                "https://api.replicate.com/v1, http://studio.example, false",
                "http://127.0.0.1:1/v1, http://127.0.0.1:2, true",
                "http://127.0.0.1:1/v1, -, false"
            })
    void replicate_sends_notices_to_secure_addresses_only(String api, String publicUrl, boolean reachable) {
        assertThat(settings(Map.of("base_url", api), publicUrl).isReachable()).isEqualTo(reachable);
    }

    @ParameterizedTest
    @CsvSource({
        "base_url, api.replicate.com",
        "base_url, ftp://api.replicate.com",
        "base_url, https://user:pw@api.replicate.com/v1",
        "base_url, https://api.replicate.com/v1?x=1",
        "base_url, ''",
        "output_hosts, https://replicate.delivery",
        "output_hosts, 'replicate.delivery,,'",
        "output_hosts, *",
        "calls_per_minute, 9",
        "calls_per_minute, many",
        "calls_per_minute, 2400.5",
        "webhook_secret, whsec_x"
    })
    void what_is_wrong_is_named(String option, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of(option, value), null))
                .withMessageContaining(option);
    }

    @Test
    void a_missing_credential_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplicateSettings.of(new ReplicateConfiguration(
                        Account.settings(Map.of(), null), null, Duration.ofMinutes(1), null)))
                .withMessageContaining("REPLICATE_API_TOKEN");
    }

    @Test
    void jobs_need_some_time() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ReplicateConfiguration(Account.settings(Map.of(), "r8_x"), null, Duration.ZERO, null));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, true",
        "https://A.EXAMPLE/x, true",
        "https://a.example:443/x, true",
        "https://a.example:444/x, false",
        "https://b.example:444/x, true",
        "https://b.example/x, false",
        "https://c.example/x, false",
        "https://d.c.example/x, true",
        "https://e.d.c.example/x, true",
        "https://dc.example/x, false",
        "http://a.example/x, false",
        "http://localhost/x, true",
        "http://[::1]:7/x, true",
        "http://127.0.0.1:8/x, true",
        "http://127.0.0.1:9/x, false",
        "https://x@a.example/x, false"
    })
    void outputs_lie_on_listed_hosts(String address, boolean allowed) {
        OutputHosts hosts = OutputHosts.parse("a.example, b.example:444, *.c.example, localhost, [::1]:7, 127.0.0.1:8");

        assertThat(hosts.allow(URI.create(address))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "google",
                "google/veo/3",
                "google/veo:1234",
                "deployments/google",
                "../x/y",
                "google/veo?x",
                "deployments/a/b:9c77a3c2f884193fcee4d89645f02a0b9def9434f9e03cb98460456b831c8772"
            })
    void a_model_has_a_name_of_one_of_three_forms(String name) {
        assertThat(ModelName.parse(new Model(name))).isEmpty();
    }

    @Test
    void nothing_that_is_printed_shows_a_secret() {
        assertThat(settings(Map.of(), "https://studio.example").toString()).doesNotContain("r8_x");
    }
}
