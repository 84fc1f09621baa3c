package dev.mvstudio.adapter.local.preview.video;

import dev.mvstudio.adapter.local.film.Ffmpeg;
import dev.mvstudio.adapter.local.preview.spool.Preview;
import dev.mvstudio.adapter.local.preview.spool.Spool;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.domain.video.VideoRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes animatics on this machine, free of charge: a slow camera over a painted scene or over the reference image, the
 * first sentence of the prompt as a caption, and quiet music. 24 frames a second. The same seed and request give the same
 * clip; without a seed the prompt alone decides. Clips of one size, all with or all without sound, can be joined without
 * encoding them again. Only the first reference image is used; rules and negative prompt have nothing to act on here.
 *
 * <p>A clip whose making was interrupted by the end of the process is made again when somebody asks for it. Requests and
 * outputs vanish an hour after they were made.
 */
public final class PreviewVideoModel implements VideoModel, AutoCloseable {
    public static final Model MODEL = new Model("animatic");

    private static final int LONGEST = 60;
    private static final int MOST_PIXELS = 4096 * 2304;

    private final Spool spool;
    private final Outcomes outcomes;
    private final RenderQueue queue;

    /**
     * Sweeps what is older than an hour.
     *
     * @param folder for requests and outputs; several processes may share it
     * @param width how many clips are made at once
     * @param deadline how long making one of them may take
     */
    public PreviewVideoModel(Ffmpeg ffmpeg, Path folder, int width, Duration deadline, Clock clock) {
        this.spool = new Spool(folder, clock);
        this.outcomes = new Outcomes(spool);
        this.queue = new RenderQueue(width, new ClipShop(spool, outcomes, new ClipRenderer(ffmpeg, deadline))::make);
        spool.sweep(queue::has);
    }

    @Override
    public Backend backend() {
        return Preview.BACKEND;
    }

    @Override
    public Start start(VideoRequest request, SubmissionKey key) {
        check(request);
        spool.sweep(queue::has);
        if (!spool.has(key.value())) {
            try {
                spool.create(key, folder -> ClipShop.spool(request, folder));
            } catch (IOException e) {
                throw Preview.exception(ErrorCode.PROVIDER_UNAVAILABLE, "the request could not be written down", e);
            }
        }
        queue.submit(key.value());
        return new Start.Running(Preview.ticket(MODEL, key));
    }

    private static void check(VideoRequest request) {
        Preview.require(MODEL, request.model());
        long seconds = request.duration().toSeconds();
        if (seconds < 1 || seconds > LONGEST || request.duration().toNanosPart() != 0) {
            throw Preview.invalid("a clip is 1 to " + LONGEST + " whole seconds long, not " + request.duration());
        }
        FrameSize frame = Clip.of(request).frame();
        if (frame.pixels() > MOST_PIXELS) {
            throw Preview.invalid("a clip has at most " + MOST_PIXELS + " pixels, not " + frame);
        }
    }

    @Override
    public Status status(Ticket ticket) {
        return outcome(ticket).orElseGet(() -> {
            Rendering rendering = queue.submit(ticket.id()).orElseThrow(PreviewVideoModel::closing);
            return rendering.begun()
                    ? new Status.Running(rendering.made())
                    : new Status.Pending(queue.position(rendering), null);
        });
    }

    private Optional<Status> outcome(Ticket ticket) {
        if (!Preview.BACKEND.equals(ticket.backend()) || !spool.has(ticket.id())) {
            throw Preview.invalid("no clip was started for this ticket in the last hour: " + ticket.id());
        }
        try {
            return outcomes.of(ticket.id());
        } catch (IOException e) {
            throw Preview.exception(ErrorCode.PROVIDER_UNAVAILABLE, "the spool cannot be read", e);
        }
    }

    private static ProviderException closing() {
        return Preview.exception(ErrorCode.PROVIDER_UNAVAILABLE, "the preview is shutting down", null);
    }

    @Override
    public void cancel(Ticket ticket) {
        if (outcome(ticket).isEmpty()) {
            try {
                outcomes.canceled(ticket.id());
            } catch (IOException e) {
                throw new UncheckedIOException("canceling a preview clip", e);
            }
            queue.find(ticket.id()).ifPresent(Rendering::stop);
        }
    }

    @Override
    public Search find(VideoRequest request, SubmissionKey key, Instant since) {
        return spool.has(key.value()) ? new Search.Found(Preview.ticket(MODEL, key)) : new Search.Absent();
    }

    @Override
    public InputStream open(Output output) throws IOException {
        return Preview.open(spool, output);
    }

    @Override
    public ProviderCall describe(VideoRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("prompt", request.prompt());
        body.put("aspect_ratio", request.aspectRatio().toString());
        body.put("duration", request.duration().toSeconds());
        body.put("resolution", request.resolution().toString());
        body.put("generate_audio", request.generateAudio());
        if (request.seed() != null) {
            body.put("seed", request.seed());
        }
        request.referenceImages().stream()
                .findFirst()
                .map(ReferenceImage::toString)
                .ifPresent(first -> body.put("reference_image", first));
        return new ProviderCall(Preview.METHOD, Preview.target(request.model()), body);
    }

    /** Stops what is being made; it is made again when another process is asked for it. */
    @Override
    public void close() {
        queue.close();
    }
}
