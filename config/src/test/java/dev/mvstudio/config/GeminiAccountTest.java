package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mvstudio.application.BrokenConfigurationException;
import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.scene.CreateScenesCommand;
import dev.mvstudio.application.scene.CreatedScenes;
import dev.mvstudio.testkit.gemini.Call;
import dev.mvstudio.testkit.gemini.FakeGemini;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped Gemini backend, as soon as its key is there. */
class GeminiAccountTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {"GEMINI_API_KEY", "GOOGLE_API_KEY"})
    void it_writes_the_scenes_by_default(String variable) {
        try (FakeGemini fake = FakeGemini.start();
                MusicVideoStudio studio = MusicVideoStudio.open(new Folder(root)
                        .variable(variable, fake.key())
                        .variable("MV_GEMINI_BASE_URL", fake.address().toString())
                        .launch())) {
            CreatedScenes created =
                    studio.createScenes().create(CreateScenesCommand.of("A robot in {Austin}", "Silver robot"));

            assertThat(created.outcome().backend()).hasToString("gemini");
            assertThat(created.scenes()).hasSize(4);
            assertThat(fake.ledger().orders(Call.CONTENT).get(0).prompt()).contains("A robot in {Austin}", "exactly 4");
            assertThat(fake.ledger().refusals()).isEmpty();
        }
    }

    @Test
    void what_is_wrong_is_told_before_anything_is_started() {
        Folder folder = new Folder(root)
                .variable("GEMINI_API_KEY", "k3y")
                .variable("MV_GEMINI_BASE_URL", "https://example.org/v1beta");

        assertThatExceptionOfType(BrokenConfigurationException.class)
                .isThrownBy(folder::read)
                .withMessageContaining("gemini.options.base_url")
                .withMessageContaining("api_version");
    }

    @Test
    void a_call_that_nobody_knows_is_told() {
        Folder folder = new Folder(root)
                .variable("GEMINI_API_KEY", "k3y")
                .own(
                        "backends.yaml",
                        "gemini: {credentials: [GEMINI_API_KEY], scenes: [{model: m, price: free, call: shout}]}");

        assertThatExceptionOfType(BrokenConfigurationException.class)
                .isThrownBy(folder::read)
                .withMessageContaining("scenes m: call is one of generate_content, not shout");
    }
}
