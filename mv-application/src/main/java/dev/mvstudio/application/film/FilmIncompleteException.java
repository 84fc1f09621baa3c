package dev.mvstudio.application.film;

import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.domain.job.JobId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Some clips of a film failed. The others are stored and can be joined by their ids. */
public final class FilmIncompleteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient JobId job;
    private final transient List<GeneratedVideo> finished;
    private final transient Map<Integer, RuntimeException> failures;

    /**
     * Says what is missing.
     *
     * @param job the film's
     * @param failures why, by the clip's number from 0; not empty
     */
    public FilmIncompleteException(JobId job, List<GeneratedVideo> finished, Map<Integer, RuntimeException> failures) {
        super(
                message(finished, new TreeMap<>(failures)),
                failures.values().iterator().next());
        this.job = job;
        this.finished = List.copyOf(finished);
        this.failures = Map.copyOf(failures);
    }

    private static String message(List<GeneratedVideo> finished, Map<Integer, RuntimeException> failures) {
        String why = failures.entrySet().stream()
                .map(e -> "clip " + (e.getKey() + 1) + ": " + e.getValue().getMessage())
                .collect(Collectors.joining("; "));
        String kept = finished.stream().map(v -> v.video().id().toString()).collect(Collectors.joining(", "));
        return why + (kept.isEmpty() ? "" : ". The finished clips are kept: " + kept);
    }

    /** The job that a retry goes on with. */
    public JobId job() {
        return job;
    }

    public List<GeneratedVideo> finished() {
        return finished;
    }

    public Map<Integer, RuntimeException> failures() {
        return failures;
    }
}
