package dev.mvstudio.adapter.rig;

import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.testkit.image.ImageModelContract;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

class RigImageModelContractTest extends ImageModelContract {
    private final RunningProvider running = new RunningProvider();
    private final RigImageModel model = new RigImageModel(running.client);

    @AfterEach
    void close() {
        running.close();
    }

    @Override
    protected ImageModel generator() {
        return model;
    }

    @Override
    protected Model model() {
        return new Model("rig");
    }

    @Override
    protected Set<Parameter> honoured() {
        return EnumSet.of(Parameter.SEED, Parameter.NEGATIVE_PROMPT, Parameter.ASPECT_RATIO, Parameter.NUM_IMAGES);
    }

    @Override
    protected URI vanished() {
        return running.provider.address().resolve("/outputs/long-gone/0");
    }
}
