package dev.mvstudio.application.film;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.FakeStudio;
import dev.mvstudio.application.character.GenerateCharacterReferenceCommand;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Submission;
import dev.mvstudio.application.scene.CreateScenesCommand;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.testkit.job.FakeJobSchedule;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilmJobTest {
    private final FakeJobSchedule schedule = new FakeJobSchedule();
    private final FakeStudio studio = new FakeStudio(schedule, schedule.clock());

    private JobId order(int scenes, int parallel) {
        studio.studio.begin();
        List<Scene> given = IntStream.range(0, scenes)
                .mapToObj(i -> new Scene("scene " + i, ""))
                .toList();
        return studio.createMusicVideo
                .submit(
                        new CreateMusicVideoCommand(
                                CreateScenesCommand.of("Austin", "a robot"),
                                given,
                                GenerateCharacterReferenceCommand.of("a robot"),
                                null,
                                GenerateVideoCommand.of(null),
                                MergeVideosCommand.of(List.of()),
                                parallel),
                        Submission.LOCAL)
                .id();
    }

    private JobSnapshot finish(JobId id) {
        for (int i = 0; i < 200 && !studio.jobs.get(id).state().isFinal(); i++) {
            schedule.advance(Duration.ofMillis(500));
        }
        return studio.jobs.get(id);
    }

    private List<JobState> states(JobId id) {
        return studio.jobs.children(id).stream().map(JobSnapshot::state).toList();
    }

    @Test
    void a_film_is_made_step_by_step() {
        JobId id = order(3, 2);

        JobSnapshot film = finish(id);

        assertThat(film.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(film.result(MusicVideo.class).clips()).hasSize(3);
        assertThat(film.children()).hasSize(5);
        assertThat(studio.jobs.children(id))
                .extracting(c -> c.job().order().place().step())
                .containsExactly("character", "clip 1", "clip 2", "clip 3", "film");
    }

    @Test
    void one_clip_that_fails_leaves_the_others_and_a_retry_makes_only_what_is_missing() {
        studio.videos.fail(ErrorCode.CONTENT_POLICY_VIOLATION);
        JobId id = order(3, 1);
        while (studio.videos.requests().isEmpty()) {
            schedule.advance(Duration.ofMillis(1));
        }
        studio.videos.script();

        JobSnapshot broken = finish(id);

        assertThat(broken.state()).isEqualTo(JobState.FAILED);
        assertThat(broken.job().status().error().code()).isEqualTo("CONTENT_POLICY_VIOLATION");
        assertThat(broken.job().status().error().details()).contains("clip 1", "retry");
        assertThat(states(id))
                .containsExactly(JobState.SUCCEEDED, JobState.FAILED, JobState.SUCCEEDED, JobState.SUCCEEDED);

        studio.jobs.retry(id);
        JobSnapshot whole = finish(id);

        assertThat(whole.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(studio.videos.requests()).hasSize(4);
        assertThat(studio.images.requests()).hasSize(1);
        assertThat(studio.merged).hasSize(1);
    }

    @Test
    void a_canceled_film_cancels_its_steps_and_keeps_what_is_finished() {
        JobId id = order(3, 1);
        while (studio.videos.requests().size() < 2) {
            studio.videos.script(IntStream.range(0, studio.videos.requests().size() * 10_000)
                    .mapToObj(i -> new Status.Running(0.5))
                    .toArray(Status[]::new));
            schedule.advance(Duration.ofMillis(1));
        }

        studio.jobs.cancel(id);
        JobSnapshot film = finish(id);

        assertThat(film.state()).isEqualTo(JobState.CANCELED);
        assertThat(states(id)).containsExactly(JobState.SUCCEEDED, JobState.SUCCEEDED, JobState.CANCELED);
        assertThat(studio.videos.requests()).hasSize(2);
    }

    @Test
    void who_films_is_decided_when_the_film_is_ordered() {
        JobId id = order(1, 1);

        MusicVideo film = finish(id).result(MusicVideo.class);

        assertThat(film.clips().get(0).outcome().backend())
                .isEqualTo(studio.jobs.get(id).job().order().backend());
    }
}
