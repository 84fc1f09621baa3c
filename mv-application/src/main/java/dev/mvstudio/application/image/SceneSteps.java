package dev.mvstudio.application.image;

import dev.mvstudio.application.job.Generation;
import dev.mvstudio.application.job.Job;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.InvalidMediaException;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.image.ImageSequence.Image;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.Ticket;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One image of a sequence: drawn, stored at its place, recorded. */
final class SceneSteps implements Generation<SceneOrder, GeneratedImage> {
    private final Backends backends;
    private final Gallery gallery;
    private final Clock clock;

    SceneSteps(Backends backends, Gallery gallery, Clock clock) {
        this.backends = backends;
        this.gallery = gallery;
        this.clock = clock;
    }

    private ImageModel model(Job<SceneOrder> job) {
        return backends.imageModel(job.plan().backend());
    }

    @Override
    public Start start(Job<SceneOrder> job) {
        return model(job).start(job.plan().request().image(), job.key());
    }

    @Override
    public Search find(Job<SceneOrder> job, Instant since) {
        return model(job).find(job.plan().request().image(), job.key(), since);
    }

    @Override
    public Status ask(Ticket ticket) {
        return backends.imageModel(ticket.backend()).status(ticket);
    }

    @Override
    public void cancel(Ticket ticket) {
        backends.imageModel(ticket.backend()).cancel(ticket);
    }

    @Override
    public GeneratedImage collect(Job<SceneOrder> job, List<Output> outputs) {
        if (outputs.isEmpty()) {
            throw failure(job, ErrorCode.INVALID_PROVIDER_RESPONSE, "it finished without an image", null);
        }
        SceneOrder order = job.plan().request();
        Asset asset = bringHome(job, outputs.get(0));
        Image image = gallery.record(order.folder(), order.scene(), asset);
        return new GeneratedImage(asset, image, order, Outcome.of(job, clock.instant()));
    }

    private Asset bringHome(Job<SceneOrder> job, Output output) {
        SceneOrder order = job.plan().request();
        ImageModel model = backends.imageModel(output.backend());
        try {
            return gallery.hang(order, () -> model.open(output), job.keep());
        } catch (MergeException e) {
            throw failure(job, ErrorCode.UNKNOWN_ERROR, "its image was not converted: " + e.getMessage(), e);
        } catch (InvalidMediaException e) {
            throw failure(job, ErrorCode.INVALID_PROVIDER_RESPONSE, "its image is unusable: " + e.getMessage(), e);
        } catch (IOException e) {
            throw failure(job, ErrorCode.PROVIDER_UNAVAILABLE, "downloading the image broke off: " + e.getMessage(), e);
        }
    }

    private static ProviderException failure(
            Job<SceneOrder> job, ErrorCode code, String details, @Nullable Throwable cause) {
        return new ProviderException(ProviderError.of(code, job.plan().backend(), details), cause);
    }
}
