package dev.mvstudio.adapter.local.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.adapter.local.film.FfmpegException.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the misbehaving programs are shell scripts")
class FfmpegTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(700);

    @TempDir
    Path folder;

    @Test
    void makes_a_file_and_tells_how_far_it_is() throws Exception {
        Path target = folder.resolve("it's a clip.mp4");
        List<Double> told = Collections.synchronizedList(new ArrayList<>());

        new Ffmpeg(null, TestFfmpeg.CACHE, LONG)
                .run(
                        List.of("-re", "-f", "lavfi", "-i", "testsrc=s=64x36:d=1", target.toString()),
                        Duration.ofSeconds(1),
                        told::add);

        assertThat(Files.size(target)).isPositive();
        assertThat(told).isNotEmpty().isSorted().allMatch(x -> x > 0 && x <= 1);
    }

    @Test
    void a_failure_tells_the_last_words_without_folders() {
        Path missing = folder.resolve("no such.mp4");

        FfmpegException e = catchThrowableOfType(
                FfmpegException.class,
                () -> TestFfmpeg.get().run(List.of("-i", missing.toString(), "-f", "null", "-"), null, x -> {}));

        assertThat(e.fault()).isEqualTo(Fault.FAILED);
        assertThat(e.exitCode()).isEqualTo(1);
        assertThat(e).hasMessageContaining("no such.mp4: No such file or directory");
        assertThat(e.getMessage()).doesNotContain(folder.toString());
        assertThat(e.log()).isNotEmpty().noneMatch(line -> line.contains(folder.toString()));
    }

    @Test
    void a_hanging_process_is_killed_with_its_children_at_the_deadline() throws Exception {
        Ffmpeg ffmpeg = new Ffmpeg(Scripts.hanging(folder), folder, SHORT);
        long start = System.nanoTime();

        FfmpegException e = catchThrowableOfType(FfmpegException.class, () -> ffmpeg.run(List.of(), null, x -> {}));

        assertThat(e.fault()).isEqualTo(Fault.TIMEOUT);
        assertThat(e).hasMessage("FFmpeg did not finish within 0.7 s and was stopped");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.plusSeconds(2));
        assertNothingLives();
    }

    @Test
    void an_interrupt_kills_the_process_and_stays_set() throws Exception {
        Ffmpeg ffmpeg = new Ffmpeg(Scripts.hanging(folder), folder, LONG);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        CountDownLatch stillInterrupted = new CountDownLatch(1);
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                ffmpeg.run(List.of(), null, x -> {});
            } catch (FfmpegException e) {
                thrown.set(e);
                if (Thread.currentThread().isInterrupted()) {
                    stillInterrupted.countDown();
                }
            }
        });
        TestFfmpeg.awaitFile(folder.resolve("child"));

        caller.interrupt();
        caller.join();

        assertThat(thrown.get())
                .isInstanceOfSatisfying(
                        FfmpegException.class, e -> assertThat(e.fault()).isEqualTo(Fault.INTERRUPTED));
        assertThat(stillInterrupted.getCount()).isZero();
        assertNothingLives();
    }

    @Test
    void a_listener_that_throws_ends_the_run() throws Exception {
        Path program = Scripts.ffmpeg(
                folder,
                "echo $$ > '" + folder + "/pid'; cp '" + folder + "/pid' '" + folder
                        + "/child'; echo out_time_us=500000; exec sleep 600");

        assertThatThrownBy(() -> new Ffmpeg(program, folder, LONG).run(List.of(), Duration.ofSeconds(1), x -> {
                    throw new IllegalStateException("enough at " + x);
                }))
                .hasMessage("enough at 0.5");
        assertNothingLives();
    }

    @Test
    void a_crash_is_told_from_a_failure() {
        Path program = Scripts.ffmpeg(folder, "echo half way >&2; kill -9 $$");

        FfmpegException e = catchThrowableOfType(
                FfmpegException.class, () -> new Ffmpeg(program, folder, LONG).run(List.of(), null, x -> {}));

        assertThat(e.fault()).isEqualTo(Fault.CRASHED);
        assertThat(e).hasMessage("FFmpeg crashed (exit code 137): half way");
    }

    @Test
    void a_flood_of_log_lines_keeps_only_the_last() {
        Path program = Scripts.ffmpeg(
                folder,
                "yes line | head -n 200000 >&2; head -c 3000000 /dev/zero | tr '\\0' x >&2; echo end >&2; exit 1");

        FfmpegException e = catchThrowableOfType(
                FfmpegException.class, () -> new Ffmpeg(program, folder, LONG).run(List.of(), null, x -> {}));

        assertThat(e.log()).hasSizeLessThanOrEqualTo(300);
        assertThat(e.log()).allMatch(line -> line.length() <= 1000);
    }

    @Test
    void no_more_run_at_once_than_allowed() throws Exception {
        Path program =
                Scripts.ffmpeg(folder, "mkdir '" + folder + "/busy' || exit 1; sleep 0.2; rmdir '" + folder + "/busy'");
        Ffmpeg ffmpeg = new Ffmpeg(program, folder, LONG, 1);
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

        List<Thread> callers = Collections.nCopies(4, (Runnable) () -> ffmpeg.run(List.of(), null, x -> {})).stream()
                .map(call -> Thread.ofVirtual()
                        .uncaughtExceptionHandler((t, e) -> failures.add(e))
                        .start(call))
                .toList();
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(failures).isEmpty();
    }

    @Test
    void none_of_our_keys_reach_it() throws Exception {
        Path program = Scripts.ffmpeg(folder, "env > '" + folder + "/env'");

        new Ffmpeg(program, folder, LONG).run(List.of(), null, x -> {});

        assertThat(Files.readAllLines(folder.resolve("env")))
                .map(line -> line.split("=")[0])
                .isSubsetOf(
                        "PATH",
                        "HOME",
                        "LANG",
                        "LC_ALL",
                        "LD_LIBRARY_PATH",
                        "TMPDIR",
                        "AV_LOG_FORCE_NOCOLOR",
                        "PWD",
                        "SHLVL",
                        "OLDPWD",
                        "_");
    }

    @Test
    void a_shutdown_ends_what_runs_and_what_still_starts() throws Exception {
        LiveProcesses live = new LiveProcesses();
        Process before = new ProcessBuilder("sleep", "600").start();
        Process after = new ProcessBuilder("sleep", "600").start();
        live.add(before);

        live.close();
        live.add(after);

        assertThat(before.waitFor()).isNotZero();
        assertThat(after.waitFor()).isNotZero();
    }

    private void assertNothingLives() throws Exception {
        assertThat(LiveProcesses.ofThisJvm().count()).isZero();
        TestFfmpeg.awaitGone(folder.resolve("pid"));
        TestFfmpeg.awaitGone(folder.resolve("child"));
    }
}
