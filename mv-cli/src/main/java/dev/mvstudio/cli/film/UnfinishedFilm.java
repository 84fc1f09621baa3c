package dev.mvstudio.cli.film;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.film.FilmIncompleteException;
import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.shell.CommandFailedException;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/** What is said of a film that was not finished. */
final class UnfinishedFilm {
    private final MusicVideoStudio studio;
    private final CommandSpec create;

    UnfinishedFilm(MusicVideoStudio studio, CommandSpec create) {
        this.studio = studio;
        this.create = create;
    }

    /** Somebody stopped it. */
    CommandFailedException stopped(List<GeneratedVideo> finished, RuntimeException cause) {
        KeptClips kept = new KeptClips(finished);
        return new CommandFailedException(
                Failure.interrupted(kept.lines(studio, create), new JsonObject().with("clips", kept.members(studio))),
                cause);
    }

    /** Clips failed, maybe because somebody stopped it. */
    CommandFailedException because(FilmIncompleteException e, boolean stopped) {
        if (stopped) {
            return stopped(e.finished(), e);
        }
        KeptClips kept = new KeptClips(e.finished());
        Map<Integer, RuntimeException> failures = new TreeMap<>(e.failures());
        List<String> lines = new ArrayList<>();
        failures.forEach((number, why) -> lines.add("  clip " + (number + 1) + ": " + why.getMessage()));
        lines.addAll(kept.lines(studio, create));
        int all = e.finished().size() + failures.size();
        JsonObject members = new JsonObject()
                .with("error_code", "FILM_INCOMPLETE")
                .with(
                        "failures",
                        failures.entrySet().stream()
                                .map(UnfinishedFilm::failure)
                                .toList())
                .with("clips", kept.members(studio))
                .with("join_command", kept.isEmpty() ? null : kept.joining(create));
        return new CommandFailedException(
                new Failure(
                        kept.isEmpty() ? ExitCode.GENERATION : ExitCode.INCOMPLETE,
                        "VideoGenerationError",
                        failures.size() + " of " + all + " clips failed:",
                        lines,
                        members),
                e);
    }

    private static JsonObject failure(Map.Entry<Integer, RuntimeException> failure) {
        RuntimeException why = failure.getValue();
        return new JsonObject()
                .with("clip", failure.getKey() + 1)
                .with(
                        "error_code",
                        why instanceof GenerationFailedException g
                                ? g.error().code().name()
                                : "UNKNOWN_ERROR")
                .with("message", String.valueOf(why.getMessage()));
    }
}
