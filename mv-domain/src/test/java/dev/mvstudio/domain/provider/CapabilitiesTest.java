package dev.mvstudio.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Durations;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.cost.Price;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    private static final Backend PREVIEW = new Backend("preview");
    private static final Output OUTPUT = new Output(PREVIEW, URI.create("preview:1"));

    private static Capabilities honouring(Set<Parameter> honoured) {
        return new Capabilities(
                honoured,
                EnumSet.of(Parameter.DURATION),
                List.of(new AspectRatio(16, 9)),
                Durations.between(1, 60),
                List.of(new Resolution(720)),
                List.of(ImageFormat.PNG),
                new References(1),
                4);
    }

    @Test
    void what_is_honoured_and_what_is_lenient_are_two_things() {
        Capabilities can = honouring(EnumSet.of(Parameter.SEED));

        assertThat(can.honours(Parameter.SEED)).isTrue();
        assertThat(can.honours(Parameter.DURATION)).isFalse();
        assertThat(can.isLenientAbout(Parameter.DURATION)).isTrue();
        assertThat(can.isLenientAbout(Parameter.SEED)).isFalse();
    }

    @Test
    void they_do_not_change_with_the_set_that_they_were_made_of() {
        Set<Parameter> honoured = EnumSet.of(Parameter.SEED);
        Capabilities can = honouring(honoured);

        honoured.clear();

        assertThat(can.honours(Parameter.SEED)).isTrue();
    }

    @Test
    void outputs_do_not_change_with_the_list_that_they_were_made_of() {
        List<Output> outputs = new ArrayList<>(List.of(OUTPUT));
        Status.Finished status = new Status.Finished(outputs);
        Start.Finished start = new Start.Finished(outputs);

        outputs.clear();

        assertThat(status.outputs()).containsExactly(OUTPUT);
        assertThat(start.outputs()).containsExactly(OUTPUT);
    }

    @Test
    void a_backend_has_models_of_some_kinds_only() {
        ModelSpec spec = new ModelSpec(new Model("animatic"), honouring(Set.of()), Price.FREE);
        BackendSettings settings = new BackendSettings(
                PREVIEW, Map.of(Kind.VIDEO, List.of(spec)), List.of(), null, Map.of(), Lane.open("preview"));

        assertThat(settings.models(Kind.VIDEO)).containsExactly(spec);
        assertThat(settings.models(Kind.SCENES)).isEmpty();
    }

    @Test
    void words_are_those_of_requests_and_configuration() {
        assertThat(Arrays.stream(Kind.values()).map(Kind::word)).containsExactly("scenes", "image", "video");
        assertThat(Arrays.stream(Parameter.values()).map(Parameter::word))
                .containsExactly(
                        "seed",
                        "negative_prompt",
                        "aspect_ratio",
                        "duration",
                        "resolution",
                        "generate_audio",
                        "reference_image",
                        "last_frame",
                        "num_images",
                        "output_format",
                        "sampler",
                        "steps",
                        "cfg_scale",
                        "safety_filter_level",
                        "person_generation");
        assertThat(Arrays.stream(Price.Unit.values()).map(Price.Unit::word)).containsExactly("call", "image", "second");
        assertThat(Arrays.stream(ImageFormat.values()).map(ImageFormat::word)).containsExactly("png", "jpeg", "webp");
    }

    @Test
    void a_call_that_failed_says_who_said_what() {
        ProviderError error = ProviderError.of(ErrorCode.AUTHENTICATION_ERROR, PREVIEW, "bad key");
        ProviderException thrown = new ProviderException(error);

        assertThat(thrown).hasMessage("preview: bad key");
        assertThat(thrown.error()).isEqualTo(error);
        assertThat(new SubmissionKey("job-1")).hasToString("job-1");
        assertThat(PREVIEW).hasToString("preview");
    }
}
