package dev.mvstudio.adapter.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.scene.SceneWriter;
import dev.mvstudio.testkit.openai.FakeOpenAi;
import dev.mvstudio.testkit.scene.SceneWriterContract;
import org.junit.jupiter.api.AfterEach;

class OpenAiSceneWriterContractTest extends SceneWriterContract {
    private final FakeOpenAi fake = FakeOpenAi.start();
    private final OpenAiSceneWriter writer = Settings.writer(fake);

    @AfterEach
    void close() {
        writer.close();
        fake.close();
        assertThat(fake.refusals()).isEmpty();
    }

    @Override
    protected SceneWriter writer() {
        return writer;
    }

    @Override
    protected Model model() {
        return Settings.MODEL;
    }
}
