package dev.mvstudio.application.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.Specs;
import dev.mvstudio.application.provider.Choice;
import dev.mvstudio.application.provider.Completion;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Durations;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.References;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.testkit.video.VideoRequests;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClipReferencesTest {
    private final Violations violations = new Violations();
    private final ModelSpec model = conditional(true);
    private final Completion completion = new Completion(new Choice(Specs.FAKE, model), violations);

    private static ModelSpec conditional(boolean firstFrame) {
        Capabilities can = Specs.little();
        References references =
                new References(3, List.of(new AspectRatio(16, 9)), new Durations(List.of(8)), firstFrame);
        return Specs.model(
                "one",
                new Capabilities(
                        can.honoured(),
                        Set.of(),
                        can.aspectRatios(),
                        can.durations(),
                        can.resolutions(),
                        can.imageFormats(),
                        references,
                        1));
    }

    private static VideoRequest clip(int seconds) {
        VideoRequest r = VideoRequests.plain(new Model("one"));
        return new VideoRequest(
                r.model(),
                r.prompt(),
                "",
                null,
                new AspectRatio(16, 9),
                Duration.ofSeconds(seconds),
                r.resolution(),
                true,
                null,
                List.of());
    }

    @Test
    void as_many_as_the_model_takes_for_such_a_clip_are_taken() {
        assertThat(ClipReferences.allowed(3, model, clip(8), completion)).isEqualTo(3);
        assertThat(completion.warnings()).isEmpty();
        violations.check();
    }

    @Test
    void a_single_one_becomes_the_first_frame_where_it_cannot_be_resembled_and_the_caller_is_told() {
        assertThat(ClipReferences.allowed(1, model, clip(4), completion)).isEqualTo(1);
        assertThat(completion.warnings())
                .containsExactly("reference_image: it was used as the clip's first frame; one takes pictures to"
                        + " resemble only for clips of 16:9 and 8 seconds");
        violations.check();
    }

    @Test
    void several_are_refused_where_they_cannot_be_resembled() {
        ClipReferences.allowed(2, model, clip(4), completion);

        assertThatThrownBy(violations::check)
                .hasMessageContaining("one takes at most 1, but 3 for clips of 16:9 and 8 seconds");
    }

    @Test
    void without_first_frames_a_single_one_is_refused_as_well() {
        ClipReferences.allowed(1, conditional(false), clip(4), completion);

        assertThatThrownBy(violations::check)
                .hasMessageContaining("one takes none, but 3 for clips of 16:9 and 8 seconds");
    }
}
