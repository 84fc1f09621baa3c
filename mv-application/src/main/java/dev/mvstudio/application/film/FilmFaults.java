package dev.mvstudio.application.film;

import dev.mvstudio.application.job.Composition.Begun;
import dev.mvstudio.application.job.Composition.Next;
import dev.mvstudio.application.job.Composition.Steps;
import dev.mvstudio.domain.job.JobError;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of a film when steps fail: the other clips are finished first, and all that is finished is kept. */
final class FilmFaults {
    private FilmFaults() {}

    /** Without scenes or character there is nothing to go on with. */
    static Optional<Next<MusicVideo>> beforeClips(Steps steps) {
        return broken(steps.all().stream()
                .filter(b -> FilmSteps.clipNumber(b.name()).isEmpty())
                .toList());
    }

    /** Once every clip was begun and is over, those that failed are told. */
    static Optional<Next<MusicVideo>> afterClips(Steps steps) {
        boolean open = steps.all().stream().anyMatch(b -> !b.job().state().isFinal());
        return open ? Optional.empty() : broken(steps.all());
    }

    private static Optional<Next<MusicVideo>> broken(List<Begun> steps) {
        List<Begun> broken = steps.stream().filter(FilmSteps::isBroken).toList();
        return broken.isEmpty() ? Optional.empty() : Optional.of(new Next.Broken<>(summary(broken)));
    }

    private static JobError summary(List<Begun> broken) {
        JobError first = error(broken.get(0));
        String all =
                broken.stream().map(b -> b.name() + ": " + error(b).details()).collect(Collectors.joining("; "));
        return new JobError(
                first.code(),
                first.backend(),
                all + ". What is finished is kept; a retry of this job does only what is missing",
                broken.stream().anyMatch(b -> error(b).retryable()),
                true,
                first.retryAfter());
    }

    private static JobError error(Begun step) {
        return Objects.requireNonNull(step.job().status().error(), "a broken step says why");
    }
}
