package dev.mvstudio.adapter.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.testkit.gemini.FakeGemini;
import dev.mvstudio.testkit.video.VideoModelContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class InteractionsContractTest extends VideoModelContract {
    @TempDir
    private Path folder;

    private final FakeGemini fake = FakeGemini.start().taking(Duration.ofMillis(50));
    private GeminiClient client;
    private GeminiVideoModel model;

    @BeforeEach
    void open() {
        client = Account.client(fake, folder);
        model = new GeminiVideoModel(client);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        fake.close();
        assertThat(fake.ledger().strayKeys()).isEmpty();
    }

    @Override
    protected VideoModel generator() {
        return model;
    }

    @Override
    protected Model model() {
        return Models.OMNI;
    }

    @Override
    protected Set<Parameter> honoured() {
        return Models.OF_OMNI;
    }

    @Override
    protected URI vanished() {
        return folder.resolve("spool/gemini/gone/1.mp4").toUri();
    }
}
