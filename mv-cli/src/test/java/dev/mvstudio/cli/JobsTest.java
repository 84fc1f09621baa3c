package dev.mvstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.video.FakeVideoModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JobsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Cli cli;

    @BeforeEach
    void open() {
        cli = new Cli(folder);
    }

    /** The id of a film of which the third clip failed. */
    private String brokenFilm() {
        cli.studio.failAfterClips(2);
        Cli.Ended failed = cli.run("create", "A walk at night", "-n", "3", "-p", "1", "--json");
        assertThat(failed.code()).as(failed.err()).isEqualTo(6);
        cli.studio.onPlanned = plan -> {};
        cli.studio.videos.script();
        return String.valueOf(failed.json("job_id"));
    }

    /** A clip that is being filmed, and will be until somebody cancels it. */
    private CompletableFuture<Cli.Ended> endlessClip() {
        cli.studio.videos.script(FakeLauncher.ENDLESS);
        CompletableFuture<Cli.Ended> running = cli.start("video", "a cat");
        Settling.until(() -> !cli.studio.videos.requests().isEmpty(), PATIENCE);
        return running;
    }

    private String newest() {
        return String.valueOf(cli.beside().run("jobs", "--json").json("jobs", "0", "id"));
    }

    @Test
    void what_was_ordered_is_listed_newest_first_without_its_steps() {
        cli.run("create", "A walk at night", "-n", "1");
        cli.run("video", "a cat that sleeps on a roof while the whole city is dancing");

        Cli.Ended ended = cli.run("jobs");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.outLines()).hasSize(3);
        assertThat(ended.outLines().get(0)).containsSubsequence("ID", "KIND", "STATE", "PROGRESS", "AGE", "WHAT");
        assertThat(ended.outLines().get(1))
                .matches("[0-9a-f]{8}  generate_video +succeeded +100 % +0 s +a cat that sleeps on a roof.*…");
        assertThat(ended.outLines().get(2))
                .matches("[0-9a-f]{8}  create_music_video +succeeded +100 % +0 s +A walk at night");
        assertThat(cli.run("jobs", "list").out()).isEqualTo(ended.out());
    }

    @Test
    void a_list_can_be_narrowed() {
        brokenFilm();
        cli.run("video", "a cat");

        assertThat(cli.run("jobs", "list", "--state", "failed").outLines()).hasSize(2);
        assertThat(cli.run("jobs", "--kind", "generate_video", "--json").json("jobs"))
                .asInstanceOf(LIST)
                .hasSize(1);
        assertThat(cli.run("jobs", "--limit", "1").outLines()).hasSize(2);
        assertThat(cli.run("jobs", "--state", "queued").out()).isEqualTo("There are no such jobs.\n");
    }

    @Test
    void a_list_of_nonsense_is_refused() {
        Cli.Ended ended = cli.run("jobs", "--state", "done", "--kind", "video", "--limit", "0");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("--kind: must be one of create_scenes", "--state: must be one of queued", "(given: done)")
                .contains("--limit: must be 1 to 1000");
    }

    @Test
    void a_job_is_shown_with_its_steps_and_what_came_of_it() {
        cli.run("create", "A walk at night", "-n", "1");

        Cli.Ended ended = cli.run("jobs", "show", newest(), "--json");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.json("state")).isEqualTo("succeeded");
        assertThat(ended.json("stage")).isEqualTo("done");
        assertThat(ended.json("created_at")).asInstanceOf(STRING).startsWith("2025-11-16T10:3");
        assertThat(ended.json("children")).asInstanceOf(LIST).hasSize(4);
        assertThat(ended.json("steps", "2", "step")).isEqualTo("clip 1");
        assertThat(ended.json("result", "duration_seconds")).isEqualTo(1L);
        assertThat(cli.run("jobs", "show", newest()).out()).contains("state: succeeded", "what: A walk at night");
    }

    @Test
    void a_failed_job_says_why() {
        cli.studio.timeout = Duration.ofMillis(500);
        cli.studio.videos.refuse(ErrorCode.RATE_LIMIT_EXCEEDED);
        Cli.Ended failed = cli.run("video", "a cat");

        Cli.Ended ended = cli.run("jobs", "show", newest(), "--json");

        assertThat(failed.err()).contains("This tries again:", "  mvstudio jobs retry " + newest());
        assertThat(ended.json("state")).isEqualTo("failed");
        assertThat(ended.json("error", "error")).isEqualTo("VideoGenerationError");
        assertThat(ended.json("error", "error_code")).isEqualTo("RATE_LIMIT_EXCEEDED");
        assertThat(ended.json("error", "retryable")).isEqualTo(true);
    }

    @Test
    void the_beginning_of_an_id_will_do() {
        cli.run("video", "a cat");
        String id = newest();

        assertThat(cli.run("jobs", "show", id.substring(0, 4), "--json").json("id"))
                .isEqualTo(id);
        assertThat(cli.run("jobs", "show", id.toUpperCase(Locale.ROOT), "--json")
                        .json("id"))
                .isEqualTo(id);
    }

    @Test
    void the_beginning_of_several_ids_is_not_enough() {
        cli.studio.ids = () -> new UUID(0xabcd_0000_0000_4000L, System.nanoTime());
        cli.run("video", "a cat");
        cli.run("video", "a dog");

        Cli.Ended ended = cli.run("jobs", "show", "abcd");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("ID: is the beginning of 2 ids (abcd0000-", "give more of it (given: abcd)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "watch", "cancel", "retry", "keep"})
    void an_unknown_job_is_told(String verb) {
        String nobody = "00000000-0000-4000-8000-000000000000";

        assertThat(cli.run("jobs", verb, nobody).code()).isEqualTo(2);
        assertThat(cli.run("jobs", verb, nobody).err()).contains("Job with ID " + nobody + " not found");
        assertThat(cli.run("jobs", verb, "0000").err()).contains("there is no job whose id begins with 0000");
        assertThat(cli.run("jobs", verb, "xyz").err()).contains("ID: must be the id of a job", "(given: xyz)");
        assertThat(cli.run("jobs", verb, "xyz", "--json").json("error_code")).isEqualTo("INVALID_ID");
    }

    @Test
    void of_a_broken_film_just_what_is_missing_is_made_again() {
        String film = brokenFilm();

        Cli.Ended retried = cli.run("jobs", "retry", film, "--out", "night.mp4");

        assertThat(retried.code()).as(retried.err()).isZero();
        assertThat(folder.resolve("night.mp4")).hasBinaryContent(FakeVideoModel.clip());
        assertThat(retried.err()).contains("clip 3 of 3: done", "film: done");
        assertThat(cli.studio.videos.requests()).hasSize(4);
        assertThat(cli.studio.writer.requests()).hasSize(1);
        assertThat(cli.studio.images.requests()).hasSize(1);
    }

    @Test
    void what_a_retry_lacks_again_can_be_retried_again() {
        String film = brokenFilm();
        cli.studio.videos.fail(ErrorCode.CONTENT_POLICY_VIOLATION);

        Cli.Ended retried = cli.run("jobs", "retry", film);

        assertThat(retried.code()).isEqualTo(6);
        assertThat(retried.err())
                .contains("1 of 3 clips failed:", "2 clips are kept:", "  mvstudio jobs retry " + film)
                .doesNotContain("mvstudio merge");
    }

    @Test
    void a_finished_job_is_not_retried_but_can_be_fetched() {
        cli.run("video", "a cat");
        String id = newest();

        Cli.Ended retried = cli.run("jobs", "retry", id, "--json");
        Cli.Ended watched = cli.run("jobs", "watch", id);

        assertThat(retried.code()).isEqualTo(2);
        assertThat(retried.json("error_code")).isEqualTo("JOB_NOT_RETRYABLE");
        assertThat(retried.json("job_id")).isEqualTo(id);
        assertThat(watched.code()).as(watched.err()).isZero();
        assertThat(folder.resolve("a-cat-2.mp4")).exists();
    }

    @Test
    void each_kind_of_result_is_handed_over_as_by_the_command_that_orders_it() {
        cli.run("scenes", "a walk");
        assertThat(cli.run("jobs", "watch", newest()).out()).contains("1. scene 1: a dog");
        assertThat(cli.run("jobs", "watch", newest(), "--out", "x.md").err()).contains("--out: scenes are printed");
        cli.run("character", "a cat", "--images", "2");
        cli.run("jobs", "watch", newest(), "--out", "again.png");
        assertThat(folder.resolve("again-2.png")).exists();
        cli.run("create", "a film", "-n", "2");
        Cli.Ended joined = cli.run("jobs", "watch", newest(), "--json");
        assertThat(joined.json("output_file"))
                .isEqualTo(folder.resolve("a-film-2.mp4").toString());
    }

    @Test
    void whoever_stops_a_command_is_told_how_to_begin_again() throws Exception {
        CompletableFuture<Cli.Ended> running = endlessClip();

        assertThat(cli.interruption.stop(PATIENCE)).hasValue(130);

        assertThat(running.get().err()).contains("mvstudio: interrupted", "  mvstudio jobs retry " + newest());
        assertThat(cli.studio.videos.canceled()).hasSize(1);
    }

    @Test
    void whoever_stops_watching_leaves_the_job_alone() throws Exception {
        CompletableFuture<Cli.Ended> running = endlessClip();
        String id = newest();
        Cli watcher = cli.beside();
        CompletableFuture<Cli.Ended> watching = watcher.start("jobs", "watch", id);
        Settling.until(() -> watcher.said().contains("clip: generating"), PATIENCE);

        assertThat(watcher.interruption.stop(PATIENCE)).hasValue(130);

        assertThat(watching.get().err())
                .contains("The job is not canceled.", "  mvstudio jobs watch " + id, "  mvstudio jobs cancel " + id);
        assertThat(cli.beside().run("jobs", "show", id, "--json").json("state")).isEqualTo("running");
        cli.interruption.stop(PATIENCE);
        running.get();
    }

    @Test
    void a_job_of_another_process_can_be_canceled() throws Exception {
        CompletableFuture<Cli.Ended> running = endlessClip();
        String id = newest();

        Cli.Ended canceled = cli.beside().run("jobs", "cancel", id);

        assertThat(canceled.code()).as(canceled.err()).isZero();
        assertThat(canceled.out()).isEqualTo("job " + id + " is canceled\n");
        assertThat(running.get().code()).isEqualTo(4);
        assertThat(cli.studio.videos.canceled()).hasSize(1);
        assertThat(cli.run("jobs", "cancel", id).code()).isEqualTo(2);
        assertThat(cli.run("jobs", "cancel", id).err()).contains("is canceled: only what is not over can be canceled");
    }

    @Test
    void what_a_killed_process_left_goes_on() {
        String id = cli.studio.leave("a cat").toString();

        assertThat(cli.run("jobs").out()).contains("running");
        Cli.Ended retried = cli.run("jobs", "retry", id);

        assertThat(retried.code()).as(retried.err()).isZero();
        assertThat(retried.err()).contains("job " + id + " is not over: going on with it");
        assertThat(folder.resolve("a-cat.mp4")).exists();
    }

    @Test
    void jobs_are_kept_when_told_so() {
        cli.run("video", "a cat", "--keep");
        String id = newest();
        assertThat(cli.run("jobs", "show", id, "--json").json("keep")).isEqualTo(true);

        assertThat(cli.run("jobs", "keep", id, "--off").out()).isEqualTo("job " + id + " may expire\n");
        assertThat(cli.run("jobs", "show", id, "--json").json("keep")).isEqualTo(false);
        assertThat(cli.run("jobs", "keep", id).out()).isEqualTo("job " + id + " is kept for good\n");
    }

    @Test
    void looking_begins_no_work() {
        JobId left = cli.studio.leave("a cat");

        cli.run("jobs");
        cli.run("jobs", "show", left.toString());
        cli.run("backends");
        cli.run("create", "a walk", "--dry-run");

        assertThat(cli.studio.jobs.find(left).orElseThrow().state()).isEqualTo(JobState.RUNNING);
        assertThat(cli.studio.videos.requests()).isEmpty();
    }

    @Test
    void what_is_chosen_from_needs_no_jobs() {
        cli.studio.jobs.outOfOrder(true);

        assertThat(cli.run("backends").code()).isZero();
        assertThat(cli.run("flavors").code()).isZero();
        assertThat(cli.run("create", "a walk", "--dry-run").code()).isZero();
        assertThat(cli.studio.jobs.calls()).isZero();
    }

    @Test
    void too_many_orders_are_refused_before_anything_is_spent() throws Exception {
        cli.studio.films = 1;
        cli.studio.stallAfterClips(0);
        CompletableFuture<Cli.Ended> running = cli.start("create", "a walk");
        Settling.until(() -> !cli.studio.videos.requests().isEmpty(), PATIENCE);
        Cli other = cli.beside();
        other.studio.films = 1;

        Cli.Ended refused = other.run("create", "a dance", "--json");

        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.json("error_code")).isEqualTo("QUEUE_FULL");
        assertThat(refused.err()).contains("0 jobs are waiting for films already", "Nothing was ordered.");
        cli.interruption.stop(PATIENCE);
        assertThat(running.get().code()).isEqualTo(130);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs", "jobs show 0000", "video a", "create a"})
    void jobs_that_cannot_be_reached_are_told_with_the_place(String line) {
        cli.studio.jobs.outOfOrder(true);

        Cli.Ended ended = cli.run(line.split(" "));

        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.err())
                .contains("mvstudio: the fake store was told to fail", "Jobs are kept in data, unless MV_DATABASE_URL");
    }
}
