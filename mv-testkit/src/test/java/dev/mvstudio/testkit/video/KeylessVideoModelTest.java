package dev.mvstudio.testkit.video;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.video.VideoModel;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** The fake of a provider that takes no notice of keys. */
class KeylessVideoModelTest extends VideoModelContract {
    private final FakeVideoModel fake = new FakeVideoModel(new Backend("fake"));

    @BeforeEach
    void ignoreKeys() {
        fake.ignoreKeys(Clock.systemUTC());
    }

    @Override
    protected VideoModel generator() {
        return fake;
    }

    @Override
    protected Model model() {
        return new Model("fake");
    }

    @Override
    protected Set<Parameter> honoured() {
        return Set.of(Parameter.SEED, Parameter.ASPECT_RATIO, Parameter.REFERENCE_IMAGE);
    }

    @Override
    protected URI vanished() {
        return URI.create("fake:long-gone/0");
    }
}
