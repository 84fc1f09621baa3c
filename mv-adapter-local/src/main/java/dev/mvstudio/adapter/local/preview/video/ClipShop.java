package dev.mvstudio.adapter.local.preview.video;

import dev.mvstudio.adapter.local.preview.spool.Spool;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.video.VideoRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Spools requests and makes spooled clips. */
final class ClipShop {
    private static final Logger LOG = LoggerFactory.getLogger(ClipShop.class);
    private static final String REQUEST = "request.properties";
    private static final String REFERENCE = "reference";

    private final Spool spool;
    private final Outcomes outcomes;
    private final ClipRenderer renderer;

    ClipShop(Spool spool, Outcomes outcomes, ClipRenderer renderer) {
        this.spool = spool;
        this.outcomes = outcomes;
        this.renderer = renderer;
    }

    /** Writes down all that is needed to make the clip, also in another process. */
    static void spool(VideoRequest request, Path folder) throws IOException {
        for (ReferenceImage first : request.referenceImages().stream().limit(1).toList()) {
            try (InputStream in = first.bytes().open()) {
                Files.copy(in, folder.resolve(REFERENCE));
            }
        }
        Clip.of(request).write(folder.resolve(REQUEST));
    }

    /** Makes a clip that has no outcome yet. One that is stopped has none afterwards, either. */
    void make(Rendering rendering) {
        String key = rendering.key();
        try {
            if (outcomes.of(key).isEmpty()) {
                render(rendering);
            }
        } catch (CancellationException e) {
            LOG.debug("the preview clip {} was stopped", key);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ReferencePicture.UnreadableException e) {
            fail(rendering, ErrorCode.INVALID_PROVIDER_REQUEST, e);
        } catch (MergeException e) {
            fail(rendering, ErrorCode.PROVIDER_UNAVAILABLE, e);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            fail(rendering, ErrorCode.UNKNOWN_ERROR, e);
        }
    }

    private void render(Rendering rendering) throws IOException, InterruptedException {
        String key = rendering.key();
        Path reference = spool.file(key, REFERENCE);
        Path draft = spool.draft(key);
        try (InputStream request = spool.open(key, REQUEST)) {
            renderer.render(Clip.read(request), Files.exists(reference) ? reference : null, draft, rendering);
            outcomes.finished(key, draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** What goes wrong after somebody stopped it is a consequence of that. */
    private void fail(Rendering rendering, ErrorCode code, Throwable cause) {
        if (rendering.stopped() || !spool.has(rendering.key())) {
            return;
        }
        LOG.warn("making the preview clip {} failed", rendering.key(), cause);
        try {
            outcomes.failed(rendering.key(), code, "making the clip failed: " + cause.getMessage());
        } catch (IOException e) {
            LOG.warn("the failure of the preview clip {} could not be written down", rendering.key(), e);
        }
    }
}
