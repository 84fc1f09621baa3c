package dev.mvstudio.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.image.GenerateImagesCommand;
import dev.mvstudio.application.image.GenerateImagesCommand.SceneCommand;
import dev.mvstudio.application.image.GeneratedImages;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.SequenceRecords;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.prompt.CharacterTraits;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceCrashTest {
    private static final GenerateImagesCommand THREE = GenerateImagesCommand.of(
                    new CharacterTraits("a robot", "", "", ""),
                    List.of(
                            SceneCommand.of("a cave", "mist"),
                            SceneCommand.of("a beach", "mist"),
                            SceneCommand.of("a city", "mist")))
            .in("story");

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    void whatever_call_a_process_dies_at_each_image_is_made_and_recorded_once(boolean after, boolean keyless) {
        Crash.Plan crash;
        int n = 0;
        do {
            n++;
            Workbench dying = new Workbench().keyless(keyless);
            crash = new Crash.Plan(n, after);
            JobId sequence = dying(dying, crash);

            JobSnapshot made = dying.finish(sequence);
            assertThat(made.state()).as("crash at call %d", n).isEqualTo(JobState.SUCCEEDED);
            assertThat(made.result(GeneratedImages.class).images()).hasSize(3);
            assertThat(made.result(GeneratedImages.class).complete()).isTrue();
            assertThat(made.children()).hasSize(3);
            assertThat(dying.fakes.images.requests())
                    .as("images, crash at call %d", n)
                    .hasSize(3);
            assertThat(dying.fakes
                            .sequences
                            .find(new FolderId("story"))
                            .orElseThrow()
                            .scenes())
                    .as("records, crash at call %d", n)
                    .hasSize(3)
                    .allMatch(scene -> scene.image() != null);
        } while (crash.happened());
        assertThat(n).isGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    void whatever_call_a_retry_dies_at_each_image_is_made_and_recorded_once(boolean after, boolean keyless) {
        Crash.Plan crash;
        int n = 0;
        do {
            n++;
            Workbench dying = new Workbench().keyless(keyless).begun();
            JobId sequence = failed(dying);
            crash = new Crash.Plan(n, after);
            retry(dying, sequence, crash);

            dying.pass(Duration.ofSeconds(30));
            if (dying.job(sequence).state() == JobState.FAILED) {
                dying.jobs().retry(sequence);
            }
            JobSnapshot made = dying.finish(sequence);
            assertThat(made.state()).as("crash at call %d", n).isEqualTo(JobState.SUCCEEDED);
            assertThat(made.result(GeneratedImages.class).images()).hasSize(3);
            assertThat(made.children()).hasSize(3);
            assertThat(dying.fakes.images.requests())
                    .as("images, crash at call %d", n)
                    .hasSize(3);
        } while (crash.happened());
        assertThat(n).isGreaterThan(40);
    }

    private static JobId failed(Workbench dying) {
        dying.fakes.images.refuse(ErrorCode.AUTHENTICATION_ERROR);
        JobId sequence =
                dying.studio().generateImages().submit(THREE, Submission.LOCAL).id();
        assertThat(dying.finish(sequence).state()).isEqualTo(JobState.FAILED);
        dying.fakes.images.accept();
        dying.fakes.images.script(new Status.Running(0.5));
        return sequence;
    }

    private static void retry(Workbench dying, JobId sequence, Crash.Plan crash) {
        dieWhile(dying, crash, () -> {
            dying.jobs().retry(sequence);
            dying.pass(Duration.ofSeconds(30));
        });
    }

    private static JobId dying(Workbench dying, Crash.Plan crash) {
        dying.fakes.images.script(new Status.Running(0.5));
        JobId sequence =
                dying.studio().generateImages().submit(THREE, Submission.LOCAL).id();
        dieWhile(dying, crash, () -> dying.pass(Duration.ofSeconds(30)));
        return sequence;
    }

    private static void dieWhile(Workbench dying, Crash.Plan crash, Runnable work) {
        dying.fakes.between = store -> crash.around(JobStore.class, store);
        dying.fakes.betweenSequences = records -> crash.around(SequenceRecords.class, records);
        try {
            dying.restart();
            work.run();
        } catch (Crash end) {
            assertThat(crash.happened()).isTrue();
        }
        dying.fakes.between = store -> store;
        dying.fakes.betweenSequences = records -> records;
        dying.restart();
    }
}
