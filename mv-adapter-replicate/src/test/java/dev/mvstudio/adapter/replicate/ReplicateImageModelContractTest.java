package dev.mvstudio.adapter.replicate;

import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.testkit.image.ImageModelContract;
import dev.mvstudio.testkit.replicate.FakeReplicate;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class ReplicateImageModelContractTest extends ImageModelContract {
    private final FakeReplicate fake = FakeReplicate.start().taking(Duration.ofMillis(50));
    private ReplicateClient client;
    private ReplicateImageModel model;

    @BeforeEach
    void open() {
        client = Account.client(fake);
        model = new ReplicateImageModel(client);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        fake.close();
    }

    @Override
    protected ImageModel generator() {
        return model;
    }

    @Override
    protected Model model() {
        return Account.FLUX;
    }

    @Override
    protected Set<Parameter> honoured() {
        return Account.OF_FLUX;
    }

    @Override
    protected URI vanished() {
        return fake.delivery().resolve("/xezq/gone/out.png");
    }
}
