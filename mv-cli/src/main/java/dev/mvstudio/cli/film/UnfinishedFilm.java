package dev.mvstudio.cli.film;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.film.FilmIncompleteException;
import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.shell.CommandFailedException;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.Failure;
import dev.mvstudio.cli.shell.GenerationFailure;
import dev.mvstudio.cli.shell.NextCommand;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobStoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/** What is said of a film that was not finished. */
final class UnfinishedFilm {
    private final MusicVideoStudio studio;
    private final JobId film;
    private final CommandSpec said;

    UnfinishedFilm(MusicVideoStudio studio, JobId film, CommandSpec said) {
        this.studio = studio;
        this.film = film;
        this.said = said;
    }

    /** Somebody stopped it. */
    CommandFailedException stopped(RuntimeException cause) {
        return new CommandFailedException(interrupted(), cause);
    }

    private Failure interrupted() {
        try {
            KeptClips kept = kept();
            return Failure.interrupted(kept.lines(studio, film, said), members(kept));
        } catch (JobStoreException e) {
            // Nobody can tell now what is finished, but it is kept all the same.
            String retry = NextCommand.jobs("retry", film, said);
            return Failure.interrupted(
                    List.of("What is finished is kept. This makes what is missing:", "  " + retry),
                    new JsonObject().with("job_id", film).with("retry_command", retry));
        }
    }

    /** A step failed that everything depends on, or somebody else stopped it. */
    CommandFailedException because(GenerationFailedException e) {
        KeptClips kept = kept();
        Failure failure = GenerationFailure.of(e);
        boolean pointless = kept.isEmpty() && !e.error().retryable();
        return new CommandFailedException(
                pointless ? failure : failure.and(kept.lines(studio, film, said), members(kept)), e);
    }

    /** Clips failed. */
    CommandFailedException because(FilmIncompleteException e) {
        KeptClips kept = new KeptClips(e.finished());
        Map<Integer, RuntimeException> failures = new TreeMap<>(e.failures());
        List<String> lines = new ArrayList<>();
        failures.forEach((number, why) -> lines.add("  clip " + (number + 1) + ": " + why.getMessage()));
        lines.addAll(kept.lines(studio, film, said));
        int all = e.finished().size() + failures.size();
        JsonObject members = new JsonObject()
                .with("error_code", "FILM_INCOMPLETE")
                .with(
                        "failures",
                        failures.entrySet().stream()
                                .map(UnfinishedFilm::failure)
                                .toList())
                .withAll(members(kept));
        return new CommandFailedException(
                new Failure(
                        kept.isEmpty() ? ExitCode.GENERATION : ExitCode.INCOMPLETE,
                        "VideoGenerationError",
                        failures.size() + " of " + all + " clips failed:",
                        lines,
                        members),
                e);
    }

    /** What is finished, whether it was told yet or not. */
    private KeptClips kept() {
        boolean interrupted = Thread.interrupted();
        try {
            return new KeptClips(studio.jobs().children(film).stream()
                    .map(JobSnapshot::answer)
                    .filter(GeneratedVideo.class::isInstance)
                    .map(GeneratedVideo.class::cast)
                    .toList());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private JsonObject members(KeptClips kept) {
        return new JsonObject()
                .with("job_id", film)
                .with("clips", kept.members(studio))
                .with("retry_command", NextCommand.jobs("retry", film, said))
                .with("join_command", kept.canBeJoined(said) ? kept.joining(said) : null);
    }

    private static JsonObject failure(Map.Entry<Integer, RuntimeException> failure) {
        RuntimeException why = failure.getValue();
        return new JsonObject()
                .with("clip", failure.getKey() + 1)
                .with(
                        "error_code",
                        why instanceof GenerationFailedException g ? g.error().code() : "UNKNOWN_ERROR")
                .with("message", String.valueOf(why.getMessage()));
    }
}
