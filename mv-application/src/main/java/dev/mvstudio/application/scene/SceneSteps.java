package dev.mvstudio.application.scene;

import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.Job;
import dev.mvstudio.application.job.LocalGeneration;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.scene.CreateScenes.Shelf;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneFiles;
import dev.mvstudio.domain.scene.SceneRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Writing scenes is one short call: there is nothing to ask in between. */
final class SceneSteps implements LocalGeneration<SceneRequest, CreatedScenes> {
    private final Backends backends;
    private final Shelf shelf;
    private final GenerationListener listener;
    private final Clock clock;

    SceneSteps(Backends backends, Shelf shelf, GenerationListener listener, Clock clock) {
        this.backends = backends;
        this.shelf = shelf;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public CreatedScenes carryOut(Job<SceneRequest> job, DoubleConsumer progress) {
        SceneRequest request = job.plan().request();
        List<Scene> scenes =
                backends.sceneWriter(job.plan().backend()).write(request, answer -> listener.answered(job, answer));
        check(job.plan().backend(), request, scenes);
        Instant expiry = job.keep() ? null : shelf.retention().mediaExpiry(clock.instant());
        SceneFiles.Written written = shelf.files().write(job.id(), request, scenes, expiry);
        return new CreatedScenes(scenes, written, request, Outcome.of(job, clock.instant()));
    }

    private static void check(Backend backend, SceneRequest request, List<Scene> scenes) {
        if (scenes.size() != request.numberOfScenes()) {
            throw invalid(backend, "it wrote " + scenes.size() + " scenes instead of " + request.numberOfScenes());
        }
        if (scenes.stream().anyMatch(s -> s.description().isBlank())) {
            throw invalid(backend, "it wrote a scene without a description");
        }
    }

    private static ProviderException invalid(Backend backend, String details) {
        return new ProviderException(ProviderError.of(ErrorCode.INVALID_PROVIDER_RESPONSE, backend, details));
    }
}
