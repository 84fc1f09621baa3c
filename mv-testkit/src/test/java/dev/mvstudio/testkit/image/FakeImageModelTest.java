package dev.mvstudio.testkit.image;

import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

class FakeImageModelTest extends ImageModelContract {
    private final FakeImageModel fake = new FakeImageModel(new Backend("fake"));

    @Override
    protected ImageModel generator() {
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
                Parameter.NUM_IMAGES,
                Parameter.OUTPUT_FORMAT,
                Parameter.SAFETY_FILTER_LEVEL,
                Parameter.PERSON_GENERATION);
    }

    @Override
    protected URI vanished() {
        return URI.create("fake:long-gone/0");
    }
}
