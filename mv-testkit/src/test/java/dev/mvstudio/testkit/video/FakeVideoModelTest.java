package dev.mvstudio.testkit.video;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.video.VideoModel;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

class FakeVideoModelTest extends VideoModelContract {
    private final FakeVideoModel fake = new FakeVideoModel(new Backend("fake"));

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
        return EnumSet.of(
                Parameter.SEED,
                Parameter.NEGATIVE_PROMPT,
                Parameter.ASPECT_RATIO,
                Parameter.DURATION,
                Parameter.RESOLUTION,
                Parameter.GENERATE_AUDIO,
                Parameter.REFERENCE_IMAGE);
    }

    @Override
    protected URI vanished() {
        return URI.create("fake:long-gone/0");
    }
}
