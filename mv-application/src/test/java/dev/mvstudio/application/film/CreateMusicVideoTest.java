package dev.mvstudio.application.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.FakeStudio;
import dev.mvstudio.application.character.GenerateCharacterReferenceCommand;
import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.application.scene.CreateScenesCommand;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.domain.film.MergeRequest;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.video.VideoRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreateMusicVideoTest {
    private final FakeStudio studio = new FakeStudio();

    private static CreateMusicVideoCommand with(
            @Nullable List<Scene> scenes, GenerateVideoCommand clip, @Nullable Integer parallel) {
        return new CreateMusicVideoCommand(
                CreateScenesCommand.of("Austin", "a robot"),
                scenes,
                GenerateCharacterReferenceCommand.of("a robot"),
                null,
                clip,
                MergeVideosCommand.of(List.of()),
                parallel);
    }

    @Test
    void an_idea_and_a_character_become_a_film() {
        MusicVideo made =
                studio.createMusicVideo.create(CreateMusicVideoCommand.of("Austin", "a robot"), FilmProgress.NONE);

        assertThat(made.scenes()).hasSize(4);
        assertThat(made.clips()).hasSize(4);
        assertThat(studio.merged.get(0).clips())
                .extracting(MergeRequest.Clip::name)
                .containsExactlyElementsOf(made.clips().stream()
                        .map(c -> c.video().id().toString())
                        .toList());
        assertThat(made.clips()).extracting(c -> c.request().prompt()).allMatch(p -> p.contains("a robot"));
        assertThat(studio.videos.requests()).allMatch(r -> r.referenceImages().size() == 1);
    }

    @Test
    void given_scenes_are_not_written_again() {
        MusicVideo made = studio.createMusicVideo.create(
                with(List.of(new Scene("one", "no rain")), GenerateVideoCommand.of(null), 1), FilmProgress.NONE);

        assertThat(studio.writer.requests()).isEmpty();
        assertThat(made.clips()).hasSize(1);
        assertThat(studio.videos.requests())
                .extracting(VideoRequest::negativePrompt)
                .containsExactly("no rain");
    }

    @Test
    void a_model_with_neither_references_nor_negative_prompts_makes_films_as_well() {
        GenerateVideoCommand textOnly = new GenerateVideoCommand(
                null, null, null, null, null, null, null, null, null, null, null, null, null, "other", null, null);

        MusicVideo made = studio.createMusicVideo.create(with(null, textOnly, null), FilmProgress.NONE);

        assertThat(made.referenceImageId()).isNull();
        assertThat(made.warnings()).singleElement().asString().contains("no negative prompt");
        assertThat(made.clips()).hasSize(4);
        assertThat(studio.images.requests()).isEmpty();
        assertThat(studio.lesserVideos.requests())
                .allMatch(r -> r.referenceImages().isEmpty());
    }

    @Test
    void what_can_be_refused_is_refused_before_the_first_step() {
        GenerateVideoCommand bad = new GenerateVideoCommand(
                null, null, "square", null, null, null, null, null, null, null, null, null, null, null, null, null);

        assertThatThrownBy(() -> studio.createMusicVideo.create(with(null, bad, null), FilmProgress.NONE))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("aspect_ratio");
        assertThatThrownBy(() -> studio.createMusicVideo.create(
                        with(List.of(), GenerateVideoCommand.of(null), 51), FilmProgress.NONE))
                .hasMessageContainingAll("max_parallel", "scenes");
        assertThat(studio.writer.requests()).isEmpty();
        assertThat(studio.images.requests()).isEmpty();
    }
}
