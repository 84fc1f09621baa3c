package dev.mvstudio.application.image;

import dev.mvstudio.application.image.GeneratedImages.Fault;
import dev.mvstudio.application.image.GeneratedImages.Made;
import dev.mvstudio.application.job.Composition;
import dev.mvstudio.application.job.Job;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.image.ImageSequence.Image;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.provider.ErrorCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a sequence: an image for each scene that has none yet, all side by side. One that fails keeps no other one
 * from being made.
 */
final class SequenceSteps implements Composition<SequenceOrder, GeneratedImages> {
    private final Gallery gallery;
    private final Turns turns;
    private final Clock clock;

    SequenceSteps(Gallery gallery, Turns turns, Clock clock) {
        this.gallery = gallery;
        this.turns = turns;
        this.clock = clock;
    }

    /** The name of a scene's step. */
    static String step(int scene) {
        return "scene " + scene;
    }

    @Override
    public Next<GeneratedImages> next(Job<SequenceOrder> job, Steps steps) {
        SequenceOrder order = job.plan().request();
        if (steps.all().stream().anyMatch(b -> !b.job().state().isFinal())) {
            return going(List.of(), List.of(), order, steps);
        }
        Optional<JobId> before = turns.take(job, order.sequence().folder());
        if (before.isPresent()) {
            return new Next.Go<>(List.of(), 0, "waiting for job " + before.get() + ", which makes the same sequence");
        }
        return new Look(job, steps, Recorded.of(gallery.records().open(order.sequence()), order)).next();
    }

    @Override
    public boolean takesTurns() {
        return true;
    }

    private static Next<GeneratedImages> going(
            List<Step> missing, List<Begun> again, SequenceOrder order, Steps steps) {
        int all = order.sequence().scenes().size();
        int begun = steps.all().size() + missing.size();
        List<Begun> standing =
                steps.all().stream().filter(b -> !again.contains(b)).toList();
        long over = standing.stream().filter(b -> b.job().state().isFinal()).count();
        double moved = standing.stream()
                .mapToDouble(
                        b -> b.job().state().isFinal() ? 1 : b.job().status().progress())
                .sum();
        String says = (all - begun + over) + " of " + all + " scenes are done";
        return new Next.Go<>(missing, again, Math.max(0, all - begun + moved) / all, says);
    }

    /** One look at a sequence of which no step is under way. */
    private final class Look {
        private final Job<SequenceOrder> job;
        private final Steps steps;
        private final Recorded recorded;
        private final List<Step> missing = new ArrayList<>();
        private final List<Begun> again = new ArrayList<>();
        private final List<Made> made = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();

        Look(Job<SequenceOrder> job, Steps steps, Recorded recorded) {
            this.job = job;
            this.steps = steps;
            this.recorded = recorded;
        }

        Next<GeneratedImages> next() {
            recorded.scenes().forEach(this::sort);
            if (!missing.isEmpty() || !again.isEmpty()) {
                return going(missing, again, job.plan().request(), steps);
            }
            return made.isEmpty()
                    ? new Next.Broken<>(summary())
                    : new Next.Done<>(
                            new GeneratedImages(recorded.sampled(), made, faults, Outcome.of(job, clock.instant())));
        }

        private void sort(Scene scene) {
            String name = step(scene.number());
            Optional<Asset> asset = gallery.find(recorded.record(), scene, job.keep());
            Begun begun = steps.find(name).orElse(null);
            boolean asFound = asset.isEmpty()
                    && turns.isAsFound(
                            job, name, begun == null ? 0 : begun.job().version());
            if (asset.isPresent()) {
                made.add(made(scene, asset.get()));
            } else if (begun == null) {
                missing.add(new Step(name, recorded.plan(scene, gallery, job.plan())));
            } else if (asFound && begun.job().state() != JobState.SUCCEEDED) {
                again.add(begun);
            } else {
                faults.add(new Fault(scene.number(), why(begun)));
            }
        }

        private Made made(Scene scene, Asset asset) {
            Image image = scene.image();
            return new Made(
                    scene.number(), asset, gallery.store().address(asset).orElse(image == null ? null : image.url()));
        }

        private JobError why(Begun step) {
            JobError error = step.job().status().error();
            return error != null
                    ? error
                    : new JobError(
                            ErrorCode.OUTPUT_EXPIRED.name(),
                            job.plan().backend(),
                            "its image was deleted right after it was made",
                            false,
                            false,
                            null);
        }

        private JobError summary() {
            JobError first = faults.get(0).error();
            return new JobError(
                    first.code(),
                    first.backend(),
                    "none of " + faults.size() + " images could be made; scene "
                            + faults.get(0).scene() + ": " + first.details(),
                    faults.stream().anyMatch(f -> f.error().retryable()),
                    false,
                    first.retryAfter());
        }
    }
}
