package dev.mvstudio.application.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.Specs;
import dev.mvstudio.application.provider.ConfigurationException.Code;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Pace;
import dev.mvstudio.testkit.image.FakeImageModel;
import dev.mvstudio.testkit.provider.FakeNoticeReceiver;
import dev.mvstudio.testkit.scene.FakeSceneWriter;
import dev.mvstudio.testkit.video.FakeVideoModel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackendsTest {
    private final Violations violations = new Violations();
    private final Backends backends = new Backends(
            Specs.backends(),
            List.of(new FakeSceneWriter(Specs.FAKE)),
            List.of(new FakeImageModel(Specs.FAKE)),
            List.of(new FakeVideoModel(Specs.FAKE), new FakeVideoModel(Specs.OTHER), new FakeVideoModel(Specs.LOCKED)));

    private static Backends told(boolean listens, Pace pace) {
        BackendSettings fake = Specs.backends().get(1);
        BackendSettings paced = new BackendSettings(
                fake.backend(),
                fake.models(),
                fake.credentialVariables(),
                fake.credential(),
                fake.options(),
                fake.lane(),
                pace,
                null);
        FakeNoticeReceiver receiver = new FakeNoticeReceiver(Specs.FAKE, Clock.systemUTC());
        receiver.listen(listens);
        return new Backends(List.of(paced), List.of(), List.of(), List.of(), List.of(receiver));
    }

    @Test
    void each_backend_is_asked_at_its_own_pace() {
        Duration usual = Duration.ofSeconds(1);
        Pace own = new Pace(Duration.ofSeconds(3), null);
        Pace slow = new Pace(Duration.ofSeconds(3), Duration.ofSeconds(30));

        assertThat(told(true, Pace.USUAL).interval(Specs.FAKE, usual)).isEqualTo(usual);
        assertThat(told(true, own).interval(Specs.FAKE, usual)).isEqualTo(Duration.ofSeconds(3));
        assertThat(told(false, slow).interval(Specs.FAKE, usual)).isEqualTo(Duration.ofSeconds(3));
        assertThat(told(true, slow).interval(Specs.FAKE, usual)).isEqualTo(Duration.ofSeconds(30));
        assertThat(told(true, slow).interval(Specs.OTHER, usual)).isEqualTo(usual);
        assertThat(backends.interval(Specs.FAKE, usual)).isEqualTo(usual);
    }

    @Test
    void the_default_is_the_first_that_is_ready() {
        assertThat(backends.defaultFor(Kind.VIDEO)).contains(Specs.FAKE);
        assertThat(backends.choose(Kind.VIDEO, null, null, violations))
                .hasValueSatisfying(c -> assertThat(c.backend()).isEqualTo(Specs.FAKE))
                .hasValueSatisfying(c -> assertThat(c.spec().model()).isEqualTo(new Model("one")));
    }

    @Test
    void a_backend_and_a_model_can_be_asked_for_by_name() {
        assertThat(backends.choose(Kind.VIDEO, "other", "two", violations)).hasValueSatisfying(c -> {
            assertThat(c.backend()).isEqualTo(Specs.OTHER);
            assertThat(c.spec().model()).isEqualTo(new Model("two"));
        });
    }

    @Test
    void an_unknown_backend_is_refused_with_those_that_there_are() {
        assertThat(backends.choose(Kind.VIDEO, "sora", null, violations)).isEmpty();
        assertThat(violations.found().get(0).message()).isEqualTo("must be one of locked, fake, other");
    }

    @Test
    void a_backend_that_makes_something_else_is_refused() {
        assertThat(backends.choose(Kind.SCENES, "locked", null, violations)).isEmpty();
        assertThat(violations.found().get(0).message()).isEqualTo("must be one of fake, other");
    }

    @Test
    void an_unknown_model_is_refused_with_those_that_there_are() {
        assertThat(backends.choose(Kind.VIDEO, "fake", "three", violations)).isEmpty();
        assertThat(violations.found().get(0).message()).isEqualTo("must be one of one, two");
    }

    @Test
    void a_backend_without_its_credential_names_the_variables_to_set() {
        assertThatThrownBy(() -> backends.choose(Kind.VIDEO, "locked", null, violations))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> {
                    assertThat(e.code()).isEqualTo(Code.MISSING_CREDENTIALS);
                    assertThat(e.backend()).isEqualTo("locked");
                    assertThat(e).hasMessageContaining("LOCKED_TOKEN or LOCKED_KEY");
                });
    }

    @Test
    void a_backend_without_an_adapter_says_so() {
        assertThatThrownBy(() -> backends.choose(Kind.IMAGE, "other", null, violations))
                .isInstanceOfSatisfying(
                        ConfigurationException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID_CONFIGURATION))
                .hasMessageContaining("no adapter");
        assertThatThrownBy(() -> backends.imageModel(Specs.OTHER)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void without_any_backend_the_configuration_is_to_blame() {
        Backends none = new Backends(List.of(), List.of(), List.of(), List.of());

        assertThat(none.defaultFor(Kind.VIDEO)).isEmpty();
        assertThatThrownBy(() -> none.choose(Kind.VIDEO, null, null, violations))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("backends.yaml");
    }
}
