package dev.mvstudio.adapter.replicate;

import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.testkit.replicate.FakeReplicate;
import dev.mvstudio.testkit.video.VideoModelContract;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class ReplicateVideoModelContractTest extends VideoModelContract {
    private final FakeReplicate fake = FakeReplicate.start().taking(Duration.ofMillis(50));
    private ReplicateClient client;
    private ReplicateVideoModel model;

    @BeforeEach
    void open() {
        client = Account.client(fake);
        model = new ReplicateVideoModel(client);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        fake.close();
    }

    @Override
    protected VideoModel generator() {
        return model;
    }

    @Override
    protected Model model() {
        return Account.VEO;
    }

    @Override
    protected Set<Parameter> honoured() {
        return Account.OF_VEO;
    }

    @Override
    protected URI vanished() {
        return fake.delivery().resolve("/xezq/gone/out.mp4");
    }
}
