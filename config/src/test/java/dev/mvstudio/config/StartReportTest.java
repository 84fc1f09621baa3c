package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.testkit.scene.FakeSceneWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log says at start. */
class StartReportTest {
    @TempDir
    Path root;

    private static StartReport report(Folder folder) {
        FakeSceneWriter preview = new FakeSceneWriter(new Backend("preview"));
        return new StartReport(new Backends(folder.read().backends(), List.of(preview), List.of(), List.of()));
    }

    @Test
    void it_names_the_default_of_each_kind_and_why_it_is_no_other() {
        assertThat(report(new Folder(root)).lines())
                .containsExactly(
                        "scenes: preview (no credentials for gemini and openai)",
                        "image: nobody (no credentials for replicate and gemini and comfyui, no adapter for preview)",
                        "video: nobody (no credentials for replicate and gemini and comfyui, no adapter for preview)");
    }

    @Test
    void a_credential_that_nobody_uses_is_a_warning_without_the_credential() {
        Folder folder = new Folder(root).variable("GEMINI_API_KEY", "k3y");
        assertThat(report(folder).warnings())
                .containsExactly(
                        "there is a credential for gemini, but this installation has no adapter or no model for it");
        assertThat(report(folder).lines())
                .first()
                .isEqualTo("scenes: preview (no adapter for gemini, no credentials for openai)");
    }
}
