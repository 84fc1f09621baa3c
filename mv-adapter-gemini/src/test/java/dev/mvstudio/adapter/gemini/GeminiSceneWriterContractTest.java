package dev.mvstudio.adapter.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.scene.SceneWriter;
import dev.mvstudio.testkit.gemini.FakeGemini;
import dev.mvstudio.testkit.scene.SceneWriterContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

class GeminiSceneWriterContractTest extends SceneWriterContract {
    private final FakeGemini fake = FakeGemini.start();
    private final GeminiClient client = Account.client(fake, Path.of("unused"));

    @AfterEach
    void close() throws IOException {
        client.close();
        fake.close();
        assertThat(fake.ledger().refusals()).isEmpty();
    }

    @Override
    protected SceneWriter writer() {
        return new GeminiSceneWriter(client);
    }

    @Override
    protected Model model() {
        return Account.WRITER;
    }
}
