package dev.mvstudio.testkit.scene;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.scene.SceneWriter;

class FakeSceneWriterTest extends SceneWriterContract {
    private final FakeSceneWriter fake = new FakeSceneWriter(new Backend("fake"));

    @Override
    protected SceneWriter writer() {
        return fake;
    }

    @Override
    protected Model model() {
        return new Model("fake");
    }
}
