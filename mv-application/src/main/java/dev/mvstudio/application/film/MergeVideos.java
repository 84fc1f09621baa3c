package dev.mvstudio.application.film;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.asset.Intake;
import dev.mvstudio.application.job.DryRun;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.job.Procedure;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.job.Submission;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.film.VideoEditor;
import dev.mvstudio.domain.provider.ProviderCall;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Use case: clips become one film, with or without a soundtrack. */
public final class MergeVideos {
    private final FilmDefaults defaults;
    private final Jobs jobs;

    /** Where films are joined. */
    public record Workshop(AssetStore store, Assets assets, Intake intake, VideoEditor editor) {}

    public MergeVideos(FilmDefaults defaults, Jobs jobs) {
        this.defaults = defaults;
        this.jobs = jobs;
    }

    /** How such jobs are done. */
    public static Procedure<FilmRequest, MergedVideo> procedure(Workshop workshop, Clock clock) {
        return new Procedure.Local<>(
                JobKind.MERGE_VIDEOS, FilmRequest.class, MergedVideo.class, new MergeSteps(workshop, clock));
    }

    /**
     * Joins two or more clips.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException before anything is done
     * @throws dev.mvstudio.application.job.GenerationFailedException when they could not be joined
     */
    public MergedVideo merge(MergeVideosCommand command, Progress progress) {
        return jobs.join(submit(command, Submission.LOCAL), MergedVideo.class, progress);
    }

    /**
     * Orders the film, and does not wait for it.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException before anything is kept
     */
    public JobSnapshot submit(MergeVideosCommand command, Submission terms) {
        return jobs.submit(defaults.complete(command, 2), terms);
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
