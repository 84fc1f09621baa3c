package dev.mvstudio.application.film;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.asset.Intake;
import dev.mvstudio.application.job.DryRun;
import dev.mvstudio.application.job.JobRunner;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.job.Progress.Stage;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.film.VideoEditor;
import dev.mvstudio.domain.provider.ProviderCall;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Use case: clips become one film, with or without a soundtrack. */
public final class MergeVideos {
    private final FilmDefaults defaults;
    private final Workshop workshop;
    private final JobRunner runner;
    private final Clock clock;

    /** Where films are joined. */
    public record Workshop(AssetStore store, Assets assets, Intake intake, VideoEditor editor) {}

    public MergeVideos(FilmDefaults defaults, Workshop workshop, JobRunner runner, Clock clock) {
        this.defaults = defaults;
        this.workshop = workshop;
        this.runner = runner;
        this.clock = clock;
    }

    /**
     * Joins two or more clips.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException before anything is done
     * @throws dev.mvstudio.domain.film.MergeException when they could not be joined
     */
    public MergedVideo merge(MergeVideosCommand command, Progress progress) {
        return run(defaults.complete(command, 2), progress);
    }

    /** The same, where one clip is enough. */
    MergedVideo finish(MergeVideosCommand command, Progress progress) {
        return run(defaults.complete(command, 1), progress);
    }

    /** How clips would be joined; refuses whatever can be refused before there are any. */
    FilmRequest planOptions(MergeVideosCommand command) {
        return defaults.complete(command.withVideos(List.of()), 0).request();
    }

    private MergedVideo run(Plan<FilmRequest> plan, Progress progress) {
        return runner.run(
                plan, new MergeSteps(workshop, clock, fraction -> progress.at(Stage.GENERATING, fraction)), progress);
    }

    /** What would be done. Nothing is. */
    public DryRun<FilmRequest> plan(MergeVideosCommand command) {
        Plan<FilmRequest> plan = defaults.complete(command, 2);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "clips",
                plan.request().videos().stream().map(v -> v.id().toString()).toList());
        if (plan.request().soundtrack() != null) {
            body.put("soundtrack", plan.request().soundtrack().id().toString());
        }
        return new DryRun<>(plan, new ProviderCall("LOCAL", "ffmpeg", body));
    }
}
