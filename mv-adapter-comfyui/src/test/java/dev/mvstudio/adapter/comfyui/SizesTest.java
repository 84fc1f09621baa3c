package dev.mvstudio.adapter.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.testkit.comfyui.Call;
import dev.mvstudio.testkit.comfyui.FakeComfyUi;
import dev.mvstudio.testkit.comfyui.Fault;
import dev.mvstudio.testkit.video.VideoRequests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes in pixels that a request names. */
class SizesTest extends Rehearsal {
    private static ImageRequest sized(int width, int height, ReferenceImage... images) {
        return with(new Sampling(null, null, null, new FrameSize(width, height)), images);
    }

    private ProviderError refused(FakeComfyUi fake, ImageRequest request) {
        ComfyUiImageModel model = images(fake);
        ProviderError error = refusal(() -> model.start(request, key(1)));
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(fake.ledger().calls(Call.PROMPT)).isZero();
        assertThat(fake.ledger().calls(Call.UPLOAD)).isZero();
        return error;
    }

    @ParameterizedTest
    @CsvSource({
        "650, 368, the width 650 is no multiple of 16: make it 640 or 656",
        "640, 370, the height 370 is no multiple of 16: make it 368 or 384",
        "16400, 368, the width 16400 is out of range: it is from 16 to 16384",
        "640, 8, the height 8 is out of range: it is from 16 to 16384"
    })
    void what_a_node_would_refuse_or_round_is_refused_before_anything_is_sent(int width, int height, String why) {
        for (FakeComfyUi fake : List.of(first, second)) {
            assertThat(refused(fake, sized(width, height)).details())
                    .contains(why, "node 5, EmptySD3LatentImage", "stable-diffusion-3.5-large");
        }
    }

    @Test
    void where_a_node_takes_any_number_the_workflow_says_the_step() {
        assertThat(refused(first, sized(650, 368, VideoRequests.SMALL_PICTURE)).details())
                .contains("the width 650 is no multiple of 16", "ImageScale");
    }

    @Test
    void where_a_server_does_not_say_the_workflow_does() {
        first.faults().always(Fault.dropped(), Call.OBJECT_INFO);

        assertThat(refused(first, sized(650, 368)).details()).contains("no multiple of 16");
        assertThat(images(first).start(sized(640, 368), key(2))).isInstanceOf(Start.Running.class);
    }

    @Test
    void nobody_is_asked_about_a_size_that_follows_from_a_shape() {
        started(images(first), key(1));

        assertThat(first.ledger().calls(Call.OBJECT_INFO)).isZero();
    }
}
