package dev.mvstudio.application.film;

import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.application.job.Answer;
import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.scene.CreatedScenes;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobOrder.Place;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Tells how far a film and its steps are, each thing once. */
final class FilmFollower {
    private final Jobs jobs;
    private final JobId film;
    private final FilmProgress progress;
    private final Set<JobId> told = new HashSet<>();

    FilmFollower(Jobs jobs, JobId film, FilmProgress progress) {
        this.jobs = jobs;
        this.film = film;
        this.progress = progress;
    }

    /** Looks at all steps. */
    void look() {
        jobs.children(film).forEach(this::tell);
    }

    private void tell(JobSnapshot step) {
        if (told.contains(step.id())) {
            return;
        }
        if (step.state().isFinal()) {
            told.add(step.id());
        }
        String name = name(step);
        Optional<Integer> clip = FilmSteps.clipNumber(name);
        if (clip.isPresent()) {
            tellClip(clip.get(), step);
        } else if (name.equals(FilmSteps.FILM)) {
            progress.merging(step.job().status().progress());
        } else if (step.answer() != null) {
            tellAnswer(step.answer());
        }
    }

    private void tellAnswer(Answer answer) {
        if (answer instanceof CreatedScenes written) {
            progress.scenes(written.scenes());
        } else if (answer instanceof GeneratedCharacterReference drawn) {
            progress.character(drawn);
        }
    }

    private void tellClip(int number, JobSnapshot step) {
        Stage stage = step.job().status().stage();
        progress.clip(number, stage, step.job().status().progress());
        if (step.answer() instanceof GeneratedVideo video) {
            progress.clipFinished(number, video);
        } else if (step.state().isFinal()) {
            progress.clipFailed(number, failure(step));
        }
    }

    private static String name(JobSnapshot step) {
        Place place = step.job().order().place();
        return place == null ? "" : place.step();
    }

    private static GenerationFailedException failure(JobSnapshot step) {
        return new GenerationFailedException(
                step.kind(),
                step.id(),
                Objects.requireNonNull(step.job().status().error()));
    }

    /** Why there is no film: the failure of a step that everything depends on, or of clips. */
    RuntimeException why(JobSnapshot broken) {
        Map<Integer, RuntimeException> failures = new TreeMap<>();
        List<GeneratedVideo> finished = new ArrayList<>();
        for (JobSnapshot step : jobs.children(film)) {
            Optional<Integer> clip = FilmSteps.clipNumber(name(step));
            boolean failed = step.state() == JobState.FAILED;
            if (clip.isEmpty() && failed) {
                return failure(step);
            }
            if (clip.isPresent() && failed) {
                failures.put(clip.get(), failure(step));
            } else if (clip.isPresent() && step.answer() instanceof GeneratedVideo video) {
                finished.add(video);
            }
        }
        return failures.isEmpty() ? failure(broken) : new FilmIncompleteException(film, finished, failures);
    }
}
