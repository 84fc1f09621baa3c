package dev.mvstudio.adapter.comfyui.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.adapter.comfyui.Shipped;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeTest {
    private final Recipe image = Shipped.sd35().recipe(Variant.TEXT).orElseThrow();
    private final Recipe clip = Shipped.wan22().recipe(Variant.TEXT).orElseThrow();

    @ParameterizedTest
    @CsvSource({"16:9,1024x576", "9:16,576x1024", "1:1,768x768", "21:9,1168x496", "4:5,688x864"})
    void a_shape_has_about_as_many_pixels_as_the_graph(String ratio, String size) {
        assertThat(image.sizeOf(AspectRatio.parse(ratio).orElseThrow()).orElseThrow())
                .hasToString(size);
    }

    @Test
    void a_graph_without_slots_for_it_makes_its_own_size() {
        Recipe fixed = Shipped.recipe("sd35_text_to_image", "9", 16, 1, "PROMPT=6.text");

        assertThat(fixed.sizeOf(new AspectRatio(1, 1))).isEmpty();
    }

    @Test
    void a_clip_is_no_larger_than_asked_for_and_a_multiple_of_what_its_model_makes() {
        assertThat(clip.within(new FrameSize(1280, 720))).isEqualTo(new FrameSize(1280, 704));
        assertThat(clip.within(new FrameSize(854, 480))).isEqualTo(new FrameSize(832, 480));
        assertThat(clip.within(new FrameSize(10, 10))).isEqualTo(new FrameSize(32, 32));
    }

    @ParameterizedTest
    @CsvSource({"1,25", "4,97", "5,121"})
    void a_clip_has_a_multiple_of_four_frames_and_one(int seconds, int frames) {
        assertThat(clip.frames(seconds)).isEqualTo(frames);
    }
}
