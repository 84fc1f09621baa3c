package dev.mvstudio.adapter.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.testkit.gemini.FakeGemini;
import dev.mvstudio.testkit.image.ImageModelContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ImagenContractTest extends ImageModelContract {
    @TempDir
    private Path folder;

    private final FakeGemini fake = FakeGemini.start();
    private GeminiClient client;
    private GeminiImageModel model;

    @BeforeEach
    void open() {
        client = Account.client(fake, folder);
        model = new GeminiImageModel(client);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        fake.close();
        assertThat(fake.ledger().refusals()).isEmpty();
    }

    @Override
    protected ImageModel generator() {
        return model;
    }

    @Override
    protected Model model() {
        return Models.IMAGEN;
    }

    @Override
    protected Set<Parameter> honoured() {
        return Models.OF_IMAGEN;
    }

    @Override
    protected URI vanished() {
        return folder.resolve("spool/gemini/gone/1.png").toUri();
    }
}
