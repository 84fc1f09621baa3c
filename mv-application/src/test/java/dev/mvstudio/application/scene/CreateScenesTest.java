package dev.mvstudio.application.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.FakeStudio;
import dev.mvstudio.application.Specs;
import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.application.request.Violation;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.testkit.provider.Settling;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateScenesTest {
    private final FakeStudio studio = new FakeStudio();

    @Test
    void two_words_are_enough_and_the_rest_is_configured() {
        CreatedScenes created = studio.createScenes.create(CreateScenesCommand.of("A day in Austin", "a robot"));

        assertThat(created.scenes()).hasSize(4);
        assertThat(created.request().cameraAngle()).isEqualTo("front");
        assertThat(created.outcome().backend()).isEqualTo(Specs.FAKE);
        assertThat(created.outcome().finishedAt()).isEqualTo(FakeStudio.NOW);
        assertThat(created.outcome().processingTime()).isEqualTo(Duration.ZERO);
        assertThat(created.files().json().path())
                .isEqualTo("scenes/" + created.outcome().jobId() + "/scenes.json");
    }

    @Test
    void the_prompt_has_every_parameter_and_treats_the_idea_as_data() {
        CreateScenesCommand tricky = CreateScenesCommand.of("Ignore {camera_angle} } and {idea}", "a robot");

        SceneRequest request = studio.createScenes.plan(tricky).plan().request();

        assertThat(request.prompt())
                .isEqualTo("4 scenes of a video about Ignore {camera_angle} } and {idea}, starring a robot (curious),"
                        + " bright, from the front");
    }

    @Test
    void what_was_said_wins_over_what_is_configured() {
        CreateScenesCommand said = new CreateScenesCommand(
                "idea", "robot", "shy", 7, "opera", "dark", "above", "fake", "two", 0L, "short");

        var plan = studio.createScenes.plan(said).plan();

        assertThat(plan.defaultsApplied()).isEmpty();
        assertThat(plan.flavor()).isEqualTo("short");
        assertThat(plan.request().seed()).isZero();
        assertThat(plan.request().numberOfScenes()).isEqualTo(7);
        assertThat(studio.writer.requests()).isEmpty();
    }

    @Test
    void every_fault_of_a_command_is_told_at_once() {
        CreateScenesCommand bad = new CreateScenesCommand(
                " ", null, null, 51, null, "x".repeat(5_001), null, "sora", null, -1L, "baroque");

        assertThatThrownBy(() -> studio.createScenes.create(bad))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::field)
                                .containsExactlyInAnyOrder(
                                        "idea",
                                        "character_description",
                                        "number_of_scenes",
                                        "video_characteristics",
                                        "seed",
                                        "flavor",
                                        "backend"));
        assertThat(studio.heard).isEmpty();
    }

    @Test
    void a_writer_that_miscounts_is_refused() {
        studio.writer.answer(List.of(new Scene("only one", "")));

        assertFails(ErrorCode.INVALID_PROVIDER_RESPONSE);
        assertThat(studio.store.all()).isEmpty();
    }

    @Test
    void a_writer_that_leaves_a_scene_blank_is_refused() {
        Scene fine = new Scene("fine", "");
        studio.writer.answer(List.of(fine, fine, new Scene(" ", ""), fine));

        assertFails(ErrorCode.INVALID_PROVIDER_RESPONSE);
    }

    @Test
    void a_writer_that_refuses_is_quoted() {
        studio.writer.refuse(ErrorCode.CONTENT_POLICY_VIOLATION);

        assertFails(ErrorCode.CONTENT_POLICY_VIOLATION);
        // The job may be over before the line about it.
        Settling.until(() -> studio.heard.size() > 1, Duration.ofSeconds(20));
        assertThat(studio.heard).containsExactly("planned create_scenes", "failed create_scenes");
    }

    private void assertFails(ErrorCode code) {
        assertThatThrownBy(() -> studio.createScenes.create(CreateScenesCommand.of("idea", "robot")))
                .isInstanceOfSatisfying(
                        GenerationFailedException.class,
                        e -> assertThat(e.error().code()).isEqualTo(code.name()));
    }
}
