package dev.mvstudio.application.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.FakeStudio;
import dev.mvstudio.application.image.GenerateImagesCommand.SceneCommand;
import dev.mvstudio.application.job.JobConflictException;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Submission;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.prompt.CharacterTraits;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.testkit.job.FakeJobSchedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetrySequenceTest {
    private static final int SCENES = 3;
    private static final GenerateImagesCommand STORY = GenerateImagesCommand.of(
                    new CharacterTraits("a robot", "", "", ""),
                    IntStream.rangeClosed(1, SCENES)
                            .mapToObj(i -> SceneCommand.of("view " + i, ""))
                            .toList())
            .in("story");

    private final FakeJobSchedule schedule = new FakeJobSchedule();
    private final FakeStudio studio = new FakeStudio(schedule, schedule.clock());

    private JobId order() {
        return studio.generateImages.submit(STORY, Submission.LOCAL).id();
    }

    private JobSnapshot finish(JobId id) {
        for (int i = 0; i < 200 && !studio.jobs.get(id).state().isFinal(); i++) {
            schedule.advance(Duration.ofMillis(500));
        }
        return studio.jobs.get(id);
    }

    private JobId failed() {
        studio.studio.begin();
        studio.images.refuse(ErrorCode.AUTHENTICATION_ERROR);
        JobId id = order();
        assertThat(finish(id).state()).isEqualTo(JobState.FAILED);
        studio.images.accept();
        studio.images.script(new Status.Running(0.5));
        return id;
    }

    private void assertThatEachWasMadeOnce(JobId... jobs) {
        for (JobId job : jobs) {
            assertThat(finish(job).result(GeneratedImages.class).images()).hasSize(SCENES);
        }
        assertThat(studio.images.requests())
                .extracting(ImageRequest::prompt)
                .hasSize(SCENES)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_retry_does_not_start_what_another_order_makes_already() {
        JobId first = failed();
        JobId second = order();
        while (studio.images.requests().size() < SCENES) {
            schedule.advance(Duration.ofMillis(1));
        }

        studio.jobs.retry(first);
        schedule.advance(Duration.ofMillis(1));

        assertThat(studio.jobs.get(first).job().status().message()).contains("waiting for job " + second);
        assertThatEachWasMadeOnce(first, second);
    }

    @Test
    void an_order_waits_for_a_retry_that_came_first() {
        JobId first = failed();
        studio.jobs.retry(first);
        while (studio.images.requests().isEmpty()) {
            schedule.advance(Duration.ofMillis(1));
        }

        JobId second = order();

        assertThatEachWasMadeOnce(second, first);
        assertThat(studio.jobs.children(second)).isEmpty();
    }

    @Test
    void a_retry_tries_each_step_that_failed_once() {
        JobId id = failed();
        studio.images.refuse(ErrorCode.AUTHENTICATION_ERROR);

        studio.jobs.retry(id);

        assertThat(finish(id).state()).isEqualTo(JobState.FAILED);
        assertThat(studio.jobs.children(id))
                .hasSize(SCENES)
                .extracting(step -> step.job().status().attempt())
                .containsOnly(2);
    }

    @Test
    void a_retry_of_what_was_canceled_before_it_began_tries_each_step_once() {
        studio.studio.begin();
        studio.images.refuse(ErrorCode.AUTHENTICATION_ERROR);
        JobId id = order();
        studio.jobs.cancel(id);
        assertThat(finish(id).state()).isEqualTo(JobState.CANCELED);

        studio.jobs.retry(id);

        assertThat(finish(id).state()).isEqualTo(JobState.FAILED);
        assertThat(studio.jobs.children(id))
                .hasSize(SCENES)
                .extracting(step -> step.job().status().attempt())
                .containsOnly(1);
    }

    @Test
    void nobody_retries_a_single_step_out_of_turn() {
        JobId id = failed();
        JobSnapshot step = studio.jobs.children(id).getFirst();

        assertThatThrownBy(() -> studio.jobs.retry(step.id()))
                .isInstanceOf(JobConflictException.class)
                .hasMessageContaining("it is a step of job " + id);
        assertThat(studio.images.requests()).isEmpty();
    }

    @Test
    void retries_and_orders_at_once_make_each_image_once() throws Exception {
        FakeStudio live = new FakeStudio();
        live.images.refuse(ErrorCode.AUTHENTICATION_ERROR);
        List<JobId> jobs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            jobs.add(live.generateImages.submit(STORY, Submission.LOCAL).id());
        }
        for (JobId job : jobs) {
            assertThat(live.jobs.await(job, Duration.ofSeconds(20)).state()).isEqualTo(JobState.FAILED);
        }
        live.images.accept();

        List<JobId> all = atOnce(live, jobs);

        for (JobId job : all) {
            JobSnapshot over = live.jobs.await(job, Duration.ofSeconds(20));
            assertThat(over.result(GeneratedImages.class).images()).hasSize(SCENES);
        }
        assertThat(live.images.requests()).hasSize(SCENES);
    }

    /** Retries these jobs, and orders the same as often. */
    private static List<JobId> atOnce(FakeStudio live, List<JobId> failed) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<JobId>> deeds = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (JobId job : failed) {
                deeds.add(threads.submit(() -> {
                    start.await();
                    return live.jobs.retry(job).id();
                }));
                deeds.add(threads.submit(() -> {
                    start.await();
                    return live.generateImages.submit(STORY, Submission.LOCAL).id();
                }));
            }
            start.countDown();
        }
        List<JobId> all = new ArrayList<>();
        for (Future<JobId> deed : deeds) {
            all.add(deed.get());
        }
        return all;
    }
}
