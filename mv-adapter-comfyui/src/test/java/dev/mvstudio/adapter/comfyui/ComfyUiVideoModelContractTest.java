package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.testkit.comfyui.FakeComfyUi;
import dev.mvstudio.testkit.comfyui.Version;
import dev.mvstudio.testkit.video.VideoModelContract;
import java.io.IOException;
import java.net.URI;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class ComfyUiVideoModelContractTest {
    @Nested
    class OfTheNewestVersion extends AnyVersion {
        OfTheNewestVersion() {
            super(Version.V0_33_0);
        }
    }

    @Nested
    class OfAnOlderVersion extends AnyVersion {
        OfAnOlderVersion() {
            super(Version.V0_3_64);
        }
    }

    abstract static class AnyVersion extends VideoModelContract {
        private final FakeComfyUi fake;
        private final ComfyUiClient client;

        AnyVersion(Version version) {
            fake = FakeComfyUi.start(version);
            client = new ComfyUiClient(Servers.configuration(fake.address().toString()), new Random(1));
            Servers.installWan(fake);
        }

        @AfterEach
        void close() throws IOException {
            client.close();
            fake.close();
        }

        @Override
        protected VideoModel generator() {
            return new ComfyUiVideoModel(client);
        }

        @Override
        protected Model model() {
            return Servers.WAN;
        }

        @Override
        protected Set<Parameter> honoured() {
            return Servers.OF_WAN;
        }

        @Override
        protected URI vanished() {
            return URI.create(fake.address() + "/view?filename=gone_00001_.mp4&subfolder=mv&type=output");
        }
    }
}
