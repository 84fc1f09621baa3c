package dev.mvstudio.adapter.rig;

import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.scene.SceneWriter;
import dev.mvstudio.testkit.scene.SceneWriterContract;
import org.junit.jupiter.api.AfterEach;

class RigSceneWriterContractTest extends SceneWriterContract {
    private final RunningProvider running = new RunningProvider();

    @AfterEach
    void close() {
        running.close();
    }

    @Override
    protected SceneWriter writer() {
        return new RigSceneWriter(running.client);
    }

    @Override
    protected Model model() {
        return new Model("rig");
    }
}
