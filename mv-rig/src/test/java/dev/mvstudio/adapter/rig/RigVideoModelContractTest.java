package dev.mvstudio.adapter.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.testkit.server.Behaviour;
import dev.mvstudio.testkit.video.VideoModelContract;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RigVideoModelContractTest extends VideoModelContract {
    private final RunningProvider running = new RunningProvider();
    private final RigVideoModel model = new RigVideoModel(running.client);

    @AfterEach
    void close() {
        running.close();
    }

    @Override
    protected VideoModel generator() {
        return model;
    }

    @Override
    protected Model model() {
        return new Model("rig");
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
        return running.provider.address().resolve("/outputs/long-gone/0");
    }

    @Test
    void a_provider_that_is_not_there_has_surely_accepted_nothing() {
        running.provider.close();

        ProviderException failure = catchThrowableOfType(ProviderException.class, () -> model.start(plain(), newKey()));

        assertThat(failure.error().code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
    }

    @Test
    void a_provider_that_forgets_says_that_it_cannot_tell() {
        running.provider.behave(Behaviour.prompt().forgetful());

        assertThat(model.find(plain(), newKey(), Instant.EPOCH)).isInstanceOf(Search.Unknowable.class);
    }
}
