package dev.mvstudio.application.image;

import dev.mvstudio.application.asset.LocalFiles;
import dev.mvstudio.application.film.FilmDefaults;
import dev.mvstudio.application.flavor.Flavor;
import dev.mvstudio.application.job.DryRun;
import dev.mvstudio.application.job.Job;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.job.Procedure;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.job.Submission;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.cost.Price;
import dev.mvstudio.domain.film.Slide;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ProviderCall;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Use case: the images of a sequence are shown one after the other, as a film without sound. */
public final class MakeSlideshow {
    private static final Model FFMPEG = new Model("ffmpeg");

    private final Sequences sequences;
    private final Flavor defaults;
    private final Jobs jobs;

    /**
     * Makes them by these defaults.
     *
     * @param defaults how long a scene without a duration is shown
     */
    public MakeSlideshow(Sequences sequences, Flavor defaults, Jobs jobs) {
        this.sequences = sequences;
        this.defaults = defaults;
        this.jobs = jobs;
    }

    /** How such jobs are done: here, in one go; doing it again gives the same film. */
    public static Procedure<SlideshowRequest, Slideshow> procedure(Gallery gallery, Clock clock) {
        return new Procedure.Local<>(
                JobKind.MAKE_SLIDESHOW,
                SlideshowRequest.class,
                Slideshow.class,
                (job, progress) -> make(job, gallery, clock, progress));
    }

    private static Slideshow make(Job<SlideshowRequest> job, Gallery gallery, Clock clock, DoubleConsumer progress) {
        SlideshowRequest request = job.plan().request();
        AssetId id = job.assetId("slideshow");
        gallery.store().delete(id); // of a run that was cut off before its answer was kept
        try (LocalFiles files = new LocalFiles(gallery.store());
                Draft draft = gallery.store().draft(MediaType.MP4)) {
            List<Slide> slides = request.slides().stream()
                    .map(s -> new Slide("of scene " + s.scene(), files.of(s.image()), s.length()))
                    .toList();
            gallery.editor().slideshow(slides, request.frame(), draft.file(), progress);
            Asset film = gallery.intake()
                    .keeping(job.keep())
                    .publish(draft, id, Collection.VIDEOS, Set.of(MediaType.Family.VIDEO));
            return new Slideshow(film, request, Outcome.of(job, clock.instant()));
        }
    }

    /**
     * Makes the film.
     *
     * @param secondsPerScene for scenes without a duration; null for the default
     * @throws dev.mvstudio.application.request.InvalidRequestException when there is nothing to show
     * @throws dev.mvstudio.application.request.NotFoundException when there is no such sequence
     * @throws dev.mvstudio.application.job.GenerationFailedException when it could not be made
     */
    public Slideshow make(String folderId, @Nullable BigDecimal secondsPerScene, Progress progress) {
        return jobs.join(submit(folderId, secondsPerScene, Submission.LOCAL), Slideshow.class, progress);
    }

    /** Orders the film, and does not wait for it; see {@link #make}. */
    public JobSnapshot submit(String folderId, @Nullable BigDecimal secondsPerScene, Submission terms) {
        return jobs.submit(plan(folderId, secondsPerScene), terms);
    }

    /** What would be done. Nothing is. */
    public DryRun<SlideshowRequest> rehearse(String folderId, @Nullable BigDecimal secondsPerScene) {
        Plan<SlideshowRequest> plan = plan(folderId, secondsPerScene);
        List<String> images = plan.request().slides().stream()
                .map(s -> s.image().id().toString())
                .toList();
        return new DryRun<>(plan, new ProviderCall("LOCAL", "ffmpeg", Map.of("images", images)));
    }

    /** The complete request. */
    public Plan<SlideshowRequest> plan(String folderId, @Nullable BigDecimal secondsPerScene) {
        Violations violations = new Violations();
        if (secondsPerScene != null
                && (secondsPerScene.compareTo(SceneChecks.SHORTEST) < 0
                        || secondsPerScene.compareTo(SceneChecks.LONGEST) > 0)) {
            violations.add(
                    "seconds_per_scene",
                    "must be " + SceneChecks.SHORTEST + " to " + SceneChecks.LONGEST,
                    secondsPerScene);
        }
        ImageSequence sequence = sequences.get(folderId);
        List<Sequences.Shown> shown = sequences.shown(sequence);
        if (shown.isEmpty()) {
            violations.add("folder_id", "must be that of a sequence with an image at least", folderId);
        }
        violations.check();
        Duration usual = secondsPerScene == null
                ? defaults.images().sceneDuration()
                : Duration.ofMillis(secondsPerScene.movePointRight(3).longValue());
        FrameSize frame = Objects.requireNonNullElse(
                shown.get(0).image().info().frame(), defaults.images().size());
        return plan(new SlideshowRequest(sequence.folder(), slides(shown, usual), frame), warnings(sequence, shown));
    }

    private static List<SlideshowRequest.Slide> slides(List<Sequences.Shown> shown, Duration usual) {
        return shown.stream()
                .map(s -> new SlideshowRequest.Slide(
                        s.scene().number(),
                        s.image(),
                        Objects.requireNonNullElse(s.scene().duration(), usual)))
                .toList();
    }

    private static List<String> warnings(ImageSequence sequence, List<Sequences.Shown> shown) {
        int missing = sequence.scenes().size() - shown.size();
        return missing == 0 ? List.of() : List.of(missing + " scenes have no image and were left out");
    }

    private Plan<SlideshowRequest> plan(SlideshowRequest request, List<String> warnings) {
        return new Plan<>(
                JobKind.MAKE_SLIDESHOW,
                request,
                FilmDefaults.EDITOR,
                FFMPEG,
                defaults.name(),
                Map.of(),
                Map.of(),
                warnings,
                Price.FREE.estimate(0, 0));
    }
}
