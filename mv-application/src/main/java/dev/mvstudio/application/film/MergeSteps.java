package dev.mvstudio.application.film;

import dev.mvstudio.application.asset.LocalFiles;
import dev.mvstudio.application.film.MergeVideos.Workshop;
import dev.mvstudio.application.job.Job;
import dev.mvstudio.application.job.LocalGeneration;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.film.MergeRequest;
import dev.mvstudio.domain.film.MergeRequest.Clip;
import dev.mvstudio.domain.film.Merged;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;

/** Joining is done here, in one go; doing it again gives the same film. */
final class MergeSteps implements LocalGeneration<FilmRequest, MergedVideo> {
    private final Workshop workshop;
    private final Clock clock;

    MergeSteps(Workshop workshop, Clock clock) {
        this.workshop = workshop;
        this.clock = clock;
    }

    @Override
    public MergedVideo carryOut(Job<FilmRequest> job, DoubleConsumer progress) {
        AssetId id = job.assetId("film");
        workshop.store().delete(id); // of a run that was cut off before its answer was kept
        FilmRequest request = job.plan().request();
        try (LocalFiles files = workshop.assets().files();
                Draft draft = workshop.store().draft(MediaType.MP4)) {
            Merged merged = workshop.editor().merge(toMerge(request, files), draft.file(), progress);
            Asset film = workshop.intake()
                    .keeping(job.keep())
                    .publish(draft, id, Collection.VIDEOS, Set.of(MediaType.Family.VIDEO));
            return new MergedVideo(film, request, merged.copied(), Outcome.of(job, clock.instant(), merged.warnings()));
        }
    }

    private static MergeRequest toMerge(FilmRequest r, LocalFiles files) {
        List<Clip> clips = r.videos().stream()
                .map(v -> new Clip(v.id().toString(), files.of(v)))
                .toList();
        return new MergeRequest(
                clips,
                r.soundtrack() == null ? null : files.of(r.soundtrack()),
                r.clipAudio(),
                r.transition(),
                r.transitionLength(),
                r.fadeOut(),
                r.fit(),
                r.length());
    }
}
