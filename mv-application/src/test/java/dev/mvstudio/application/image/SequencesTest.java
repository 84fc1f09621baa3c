package dev.mvstudio.application.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.FakeStudio;
import dev.mvstudio.application.image.GenerateImagesCommand.SceneCommand;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.application.request.NotFoundException;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.film.Slide;
import dev.mvstudio.domain.prompt.CharacterTraits;
import dev.mvstudio.domain.provider.ErrorCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SequencesTest {
    private final FakeStudio studio = new FakeStudio();
    private final Sequences sequences = studio.studio.sequences();
    private final MakeSlideshow slideshow = studio.studio.makeSlideshow();

    private static SceneCommand scene(String what, @Nullable String seconds) {
        return new SceneCommand(what, null, seconds == null ? null : new BigDecimal(seconds), null, null, null);
    }

    private void make(SceneCommand... scenes) {
        GenerateImagesCommand command =
                GenerateImagesCommand.of(new CharacterTraits("a robot", "", "", ""), List.of(scenes));
        studio.generateImages.generate(command.in("story"), Progress.NONE);
    }

    @Test
    void a_sequence_is_found_by_its_name() {
        make(scene("a cave", "2.5"), scene("a beach", null));

        assertThat(sequences.get("story").scenes()).hasSize(2);
        assertThat(sequences.shown(sequences.get("story"))).hasSize(2);
        assertThatThrownBy(() -> sequences.get("other")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sequences.get("../x")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_contact_sheet_is_made_once_and_anew_when_there_is_more() {
        make(scene("a cave", null));

        Asset first = sequences.contactSheet("story");
        Asset again = sequences.contactSheet("story");
        make(scene("a cave", null), scene("a beach", null));
        Asset more = sequences.contactSheet("story");

        assertThat(again).isEqualTo(first);
        assertThat(more.id()).isNotEqualTo(first.id());
        assertThat(studio.pictures.shown()).hasSize(2);
        assertThat(studio.pictures.shown().getLast())
                .extracting(Slide::name)
                .containsExactly("of scene 1", "of scene 2");
    }

    @Test
    void there_is_nothing_to_see_without_an_image() {
        studio.images.fail(ErrorCode.CONTENT_POLICY_VIOLATION);
        assertThatThrownBy(() -> make(scene("a cave", null))).isInstanceOf(RuntimeException.class);

        assertThatThrownBy(() -> sequences.contactSheet("story"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("no image yet");
        assertThatThrownBy(() -> slideshow.plan("story", null)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_slideshow_shows_each_scene_for_its_time() {
        make(scene("a cave", "2.5"), scene("a beach", null));

        Slideshow film = slideshow.make("story", null, Progress.NONE);
        slideshow.make("story", new BigDecimal("1.5"), Progress.NONE);

        assertThat(film.video().path()).startsWith("videos/");
        assertThat(studio.pictures.shown().get(0))
                .extracting(Slide::length)
                .containsExactly(Duration.ofMillis(2_500), Duration.ofSeconds(4));
        assertThat(studio.pictures.shown().get(1).get(1).length()).isEqualTo(Duration.ofMillis(1_500));
        assertThatThrownBy(() -> slideshow.plan("story", BigDecimal.ZERO))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("seconds_per_scene");
    }

    @Test
    void scenes_without_an_image_are_left_out_and_told() {
        make(scene("a cave", null), scene("a beach", null));
        studio.assets.delete(sequences.shown(sequences.get("story")).getFirst().image());

        assertThat(slideshow.plan("story", null).request().slides())
                .extracting(SlideshowRequest.Slide::scene)
                .containsExactly(2);
        assertThat(slideshow.plan("story", null).warnings())
                .containsExactly("1 scenes have no image and were left out");
    }
}
