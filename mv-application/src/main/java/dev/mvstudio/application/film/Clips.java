package dev.mvstudio.application.film;

import dev.mvstudio.application.video.GenerateVideo;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.domain.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Films the scenes of one film side by side. A clip that fails leaves the others alone. */
final class Clips {
    private final GenerateVideo generateVideo;
    private final GenerateVideoCommand template;
    private final @Nullable String reference;
    private final Semaphore lane;
    private volatile boolean stopped;

    Clips(GenerateVideo generateVideo, GenerateVideoCommand template, @Nullable String reference, int parallel) {
        this.generateVideo = generateVideo;
        this.template = template;
        this.reference = reference;
        this.lane = new Semaphore(parallel, true);
    }

    List<GeneratedVideo> film(List<Scene> scenes, FilmProgress progress) {
        Map<Integer, RuntimeException> failures = new ConcurrentHashMap<>();
        List<GeneratedVideo> finished = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<GeneratedVideo>> clips = new ArrayList<>();
            for (int i = 0; i < scenes.size(); i++) {
                int number = i;
                clips.add(threads.submit(() -> one(number, scenes.get(number), progress)));
            }
            for (int i = 0; i < clips.size(); i++) {
                await(clips, i, finished, failures, progress);
            }
        }
        if (!failures.isEmpty()) {
            throw new FilmIncompleteException(finished, failures);
        }
        return finished;
    }

    private GeneratedVideo one(int number, Scene scene, FilmProgress progress) throws InterruptedException {
        lane.acquire();
        try {
            if (stopped) {
                throw new CancellationException("stopped before this clip was begun");
            }
            GeneratedVideo clip = generateVideo.generate(
                    template.forScene(scene, reference), (stage, fraction) -> progress.clip(number, stage, fraction));
            progress.clipFinished(number, clip);
            return clip;
        } finally {
            lane.release();
        }
    }

    private void await(
            List<Future<GeneratedVideo>> clips,
            int number,
            List<GeneratedVideo> finished,
            Map<Integer, RuntimeException> failures,
            FilmProgress progress) {
        try {
            finished.add(clips.get(number).get());
        } catch (ExecutionException e) {
            RuntimeException why = e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e);
            failures.put(number, why);
            progress.clipFailed(number, why);
        } catch (InterruptedException e) {
            stopped = true; // first of all: a place that a canceled clip leaves must not begin, and pay, the next one
            clips.forEach(c -> c.cancel(true));
            Thread.currentThread().interrupt();
            CancellationException canceled = new CancellationException("interrupted while filming");
            canceled.initCause(e);
            throw canceled;
        }
    }
}
