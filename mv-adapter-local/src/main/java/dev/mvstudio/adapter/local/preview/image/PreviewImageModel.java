package dev.mvstudio.adapter.local.preview.image;

import dev.mvstudio.adapter.local.film.Ffmpeg;
import dev.mvstudio.adapter.local.film.FfmpegException;
import dev.mvstudio.adapter.local.preview.drawing.Dice;
import dev.mvstudio.adapter.local.preview.spool.Preview;
import dev.mvstudio.adapter.local.preview.spool.Spool;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Draws character cards on this machine, free of charge: a portrait in the colours that the description names, and the
 * description below it. The same seed and request give the same cards; without a seed the description alone decides. A
 * negative prompt, a safety filter and a rule about persons have nothing to act on here.
 *
 * <p>{@link #start} draws before it returns, in about a second. Outputs vanish after an hour.
 */
public final class PreviewImageModel implements ImageModel {
    public static final Model MODEL = new Model("card");

    private static final int SHORT_SIDE = 1024;
    private static final long MOST_PIXELS = 2048 * 2048;
    private static final int MOST_IMAGES = 4;
    private static final int MOST_OBLONG = 10;

    private final Spool spool;
    private final ImageFiles files;

    /** @param folder where outputs wait to be collected */
    public PreviewImageModel(Ffmpeg ffmpeg, Path folder, Clock clock) {
        this.spool = new Spool(folder, clock);
        this.files = new ImageFiles(ffmpeg);
    }

    @Override
    public Backend backend() {
        return Preview.BACKEND;
    }

    @Override
    public Start start(ImageRequest request, SubmissionKey key) {
        check(request);
        try {
            spool.sweep(entry -> false);
            if (!spool.has(key.value())) {
                spool.create(key, folder -> draw(request, folder));
            }
        } catch (IOException | FfmpegException | MergeException e) {
            throw Preview.exception(ErrorCode.PROVIDER_UNAVAILABLE, "drawing a character card failed", e);
        }
        return new Start.Finished(outputs(key));
    }

    private void draw(ImageRequest request, Path folder) throws IOException {
        for (int i = 0; i < request.numImages(); i++) {
            Dice dice = Dice.of(request.seed(), request.subject(), String.valueOf(i));
            Path file = folder.resolve(i + "." + request.format().mediaType().extension());
            files.write(CharacterCard.draw(frame(request), request.subject(), dice), request.format(), file);
        }
    }

    /** As large as is asked for, where that is of the asked shape and no more than fits. */
    private static FrameSize frame(ImageRequest request) {
        FrameSize usual = request.aspectRatio().frameOfShortSide(SHORT_SIDE);
        FrameSize asked = Objects.requireNonNullElse(request.sampling().size(), usual);
        FrameSize shaped = request.aspectRatio().frameOfShortSide(Math.min(asked.width(), asked.height()));
        return shaped.equals(asked) && asked.pixels() <= MOST_PIXELS ? asked : usual;
    }

    private static void check(ImageRequest request) {
        Preview.require(MODEL, request.model());
        if (request.numImages() < 1 || request.numImages() > MOST_IMAGES) {
            throw Preview.invalid("1 to " + MOST_IMAGES + " images, not " + request.numImages());
        }
        int wide = request.aspectRatio().width();
        int high = request.aspectRatio().height();
        if (Math.max(wide, high) > MOST_OBLONG * Math.min(wide, high)) {
            throw Preview.invalid("an image is at most " + MOST_OBLONG + " times as wide as high or as high as wide");
        }
    }

    /** All that is kept is finished. */
    @Override
    public Status status(Ticket ticket) {
        if (!Preview.BACKEND.equals(ticket.backend()) || !spool.has(ticket.id())) {
            throw Preview.invalid("no cards were drawn for this ticket in the last hour: " + ticket.id());
        }
        return new Status.Finished(outputs(new SubmissionKey(ticket.id())));
    }

    private List<Output> outputs(SubmissionKey key) {
        List<Output> outputs = new ArrayList<>();
        IntStream.range(0, MOST_IMAGES)
                .mapToObj(i -> files.names(i).stream())
                .flatMap(names -> names)
                .filter(name -> Files.exists(spool.file(key.value(), name)))
                .forEach(name -> outputs.add(Preview.output(key, name)));
        return outputs;
    }

    /** There is nothing that could be canceled: cards are drawn before {@link #start} returns. */
    @Override
    public void cancel(Ticket ticket) {}

    @Override
    public Search find(ImageRequest request, SubmissionKey key, Instant since) {
        return spool.has(key.value()) ? new Search.Found(Preview.ticket(MODEL, key)) : new Search.Absent();
    }

    @Override
    public InputStream open(Output output) throws IOException {
        return Preview.open(spool, output);
    }

    @Override
    public ProviderCall describe(ImageRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("subject", request.subject());
        body.put("aspect_ratio", request.aspectRatio().toString());
        body.put("num_images", request.numImages());
        body.put("output_format", request.format().word());
        if (request.seed() != null) {
            body.put("seed", request.seed());
        }
        return new ProviderCall(Preview.METHOD, Preview.target(request.model()), body);
    }
}
