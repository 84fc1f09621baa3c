package dev.mvstudio.cli.job;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.JobSearch;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.shell.Measures;
import dev.mvstudio.cli.shell.Studios;
import dev.mvstudio.cli.shell.Table;
import dev.mvstudio.domain.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which jobs are listed. */
final class ListOptions {
    private static final int ID_SHOWN = 8;

    @Option(
            names = "--kind",
            paramLabel = "WORD",
            description = "Only create_music_video, create_scenes, generate_character_reference, generate_video or"
                    + " merge_videos.")
    @Nullable
    String kind;

    @Option(
            names = "--state",
            paramLabel = "WORD",
            description = "Only queued, running, succeeded, failed, canceling or canceled ones.")
    @Nullable
    String state;

    @Option(names = "--limit", paramLabel = "N", description = "How many at most, 1 to 1000. Default: 20.")
    int limit = 20;

    void show(Studios studios, MusicVideoStudio studio) {
        List<JobSnapshot> jobs = find(studio);
        Instant now = studios.shell().clock().instant();
        Table table = new Table("ID", "KIND", "STATE", "PROGRESS", "AGE", "WHAT");
        jobs.forEach(job -> table.row(row(studio, job, now)));
        JobMembers members = new JobMembers(studio);
        studios.console()
                .result(
                        new JsonObject()
                                .with(
                                        "jobs",
                                        jobs.stream().map(members::summary).toList()),
                        jobs.isEmpty() ? List.of("There are no such jobs.") : table.lines());
    }

    private List<JobSnapshot> find(MusicVideoStudio studio) {
        Violations violations = new Violations();
        JobKind ofKind = violations.parse("kind", kind, JobKind::of, words(JobKind.values(), JobKind::word));
        JobState inState =
                violations.parse("state", state, ListOptions::state, words(JobState.values(), JobState::word));
        violations.requireRange("limit", limit, 1, 1_000);
        violations.check();
        return new JobSearch(studio.jobs()).own(ofKind, inState, limit);
    }

    private static Optional<JobState> state(String word) {
        return Arrays.stream(JobState.values())
                .filter(s -> s.word().equals(word))
                .findFirst();
    }

    private static <T> String words(T[] all, Function<T, String> word) {
        return "must be one of " + Arrays.stream(all).map(word).collect(Collectors.joining(", "));
    }

    private static String[] row(MusicVideoStudio studio, JobSnapshot job, Instant now) {
        return new String[] {
            job.id().toString().substring(0, ID_SHOWN),
            job.kind().word(),
            job.state().word(),
            Math.round(job.job().status().progress() * 100) + " %",
            Measures.age(Duration.between(job.job().order().createdAt(), now)),
            Subject.line(studio.jobs().request(job))
        };
    }
}
