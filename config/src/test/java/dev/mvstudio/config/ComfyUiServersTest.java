package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.testkit.comfyui.FakeComfyUi;
import dev.mvstudio.testkit.comfyui.Version;
import dev.mvstudio.testkit.provider.Settling;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped ComfyUI backend, as soon as it has an address. */
class ComfyUiServersTest {
    @TempDir
    private Path root;

    @ParameterizedTest
    @EnumSource
    void a_server_is_used_by_default_and_what_it_lacks_is_told(Version version) {
        try (FakeComfyUi fake = FakeComfyUi.start(version);
                MusicVideoStudio studio = MusicVideoStudio.open(new Folder(root)
                        .variable("MV_COMFYUI_URLS", fake.address().toString())
                        .launch())) {
            assertThat(studio.backends().defaultFor(Kind.IMAGE)).hasToString("Optional[comfyui]");
            assertThat(studio.backends().defaultFor(Kind.VIDEO)).hasToString("Optional[comfyui]");
            Settling.until(() -> !studio.hosting().checkups().faults().isEmpty(), Duration.ofSeconds(20));
            assertThat(studio.hosting().checkups().faults())
                    .containsOnlyKeys("comfyui")
                    .satisfies(faults -> assertThat(faults.get("comfyui"))
                            .hasSize(6)
                            .allSatisfy(fault -> assertThat(fault).contains("wan22", "there is no model")));
        }
    }

    @Test
    void without_an_address_it_is_passed_over() {
        try (MusicVideoStudio studio = MusicVideoStudio.open(new Folder(root).launch())) {
            assertThat(studio.backends().defaultFor(Kind.IMAGE)).hasToString("Optional[preview]");
            assertThat(studio.hosting().checkups().faults()).isEmpty();
        }
    }

    @Test
    void an_address_that_is_none_is_told_without_its_password() {
        assertThat(new Folder(root)
                        .variable("MV_COMFYUI_URLS", "me:s3cret@host")
                        .faults())
                .singleElement()
                .asString()
                .startsWith("backends.yaml: comfyui: MV_COMFYUI_URLS: address 1: expected addresses such as")
                .doesNotContain("s3cret");
    }
}
