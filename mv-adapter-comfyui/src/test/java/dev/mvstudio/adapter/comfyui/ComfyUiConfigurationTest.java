package dev.mvstudio.adapter.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mvstudio.adapter.comfyui.workflow.Workflow;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Parameter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComfyUiConfigurationTest {
    private static final Map<String, Workflow> WORKFLOWS = Map.of("sd35", Shipped.sd35(), "wan22", Shipped.wan22());

    private static void refuses(BackendSettings settings, String... words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComfyUiConfiguration.of(settings, WORKFLOWS, Duration.ofMinutes(1)))
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    @Test
    void addresses_are_read_with_what_proxies_want_to_know() {
        assertThat(ServerAddress.all(" http://A:8188/, https://me:p%40ss@b.example/comfy//\nhttp://[::1]:9 "))
                .extracting(ServerAddress::toString)
                .containsExactly("http://a:8188", "https://b.example/comfy", "http://[::1]:9");
        ServerAddress second =
                ServerAddress.all("https://me:p%40ss@b.example/comfy").get(0);
        assertThat(second.name()).isEqualTo("b.example/comfy");
        assertThat(second.authorization()).isNotNull();
        assertThat(second.authorization().reveal()).isEqualTo("Basic bWU6cEBzcw==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8188", "ftp://a", "http://", "http://a b", "http://a?x=1", "http://a, ,x"})
    void what_is_no_address_is_told_without_repeating_it(String text) {
        refuses(
                Servers.settings("http://me:s3cret@ok," + text, Map.of(), Servers.image("sd35", Servers.OF_SD35)),
                "MV_COMFYUI_URLS",
                "http://127.0.0.1:8188");
    }

    @Test
    void the_same_server_twice_is_a_mistake() {
        refuses(
                Servers.settings("http://a:1,https://a:1", Map.of(), Servers.image("sd35", Servers.OF_SD35)),
                "two addresses of a:1");
    }

    @Test
    void what_a_model_says_and_its_workflow_cannot_do_is_told() {
        refuses(Servers.settings("http://a", Map.of(), Servers.image(null, Servers.OF_SD35)), "call", "sd35, wan22");
        refuses(
                Servers.settings("http://a", Map.of(), Servers.image("wan22", EnumSet.of(Parameter.STEPS))),
                "stable-diffusion-3.5-large",
                "a slot steps in text",
                "a slot steps in reference");
    }

    @Test
    void options_are_checked() {
        refuses(
                Servers.settings("http://a", Map.of("timeout", "3"), Servers.image("sd35", Servers.OF_SD35)),
                "options.timeout",
                "timeout_seconds");
        refuses(
                Servers.settings("http://a", Map.of("timeout_seconds", "0"), Servers.image("sd35", Servers.OF_SD35)),
                "options.timeout_seconds",
                "1 to 600");
        refuses(Servers.settings(null, Map.of(), Servers.image("sd35", Servers.OF_SD35)), "MV_COMFYUI_URLS");
    }
}
