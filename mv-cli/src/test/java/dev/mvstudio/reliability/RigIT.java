package dev.mvstudio.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.rig.Answer;
import dev.mvstudio.rig.Installation;
import dev.mvstudio.rig.ServerProcess;
import dev.mvstudio.rig.Studio.Order;
import dev.mvstudio.testkit.server.Behaviour;
import dev.mvstudio.testkit.server.FakeProvider;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rig itself: what is killed can be started again. */
class RigIT {
    @TempDir
    Path folder;

    @Test
    void a_clip_that_was_made_outlives_the_server_that_made_it() throws Exception {
        try (FakeProvider provider = FakeProvider.start(Behaviour.prompt().runningFor(Duration.ofMillis(300)))) {
            Installation installation = Installation.create(folder, provider.address());
            Answer clip;
            try (ServerProcess server = installation.start()) {
                clip = server.studio().orderAndWait(Order.clip("once"));
                assertThat(clip.status()).as(clip.toString()).isEqualTo(200);
                server.kill();
                assertThat(server.isAlive()).isFalse();
            }

            try (ServerProcess server = installation.start()) {
                String path = "/api/mv/get_video/" + clip.json().at("video_id").text();
                assertThat(server.studio().get(path).isMp4()).isTrue();
            }
            assertThat(provider.ledger().orders()).hasSize(1);
        }
    }
}
