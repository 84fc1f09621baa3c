package dev.mvstudio.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.film.MusicVideo;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.provider.Status;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmCrashTest {
    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    void whatever_call_a_process_dies_at_a_film_is_finished_and_nothing_is_made_twice(boolean after, boolean keyless) {
        Crash.Plan crash;
        int n = 0;
        do {
            n++;
            Workbench dying = new Workbench().keyless(keyless);
            crash = new Crash.Plan(n, after);
            JobId film = dyingFilm(dying, crash);

            JobSnapshot made = dying.finish(film);
            assertThat(made.state()).as("crash at call %d", n).isEqualTo(JobState.SUCCEEDED);
            assertThat(made.result(MusicVideo.class).clips()).hasSize(4);
            assertThat(made.children()).hasSize(7);
            assertThat(dying.fakes.videos.requests())
                    .as("clips, crash at call %d", n)
                    .hasSize(4);
            assertThat(dying.fakes.images.requests())
                    .as("pictures, crash at call %d", n)
                    .hasSize(1);
        } while (crash.happened());
        assertThat(n).isGreaterThan(60);
    }

    private static JobId dyingFilm(Workbench dying, Crash.Plan crash) {
        dying.fakes.videos.script(new Status.Running(0.5));
        JobId film = dying.orderFilm();
        dying.fakes.between = store -> crash.around(JobStore.class, store);
        try {
            dying.restart();
            dying.pass(Duration.ofSeconds(30));
        } catch (Crash end) {
            assertThat(crash.happened()).isTrue();
        }
        dying.fakes.between = store -> store;
        dying.restart();
        return film;
    }
}
