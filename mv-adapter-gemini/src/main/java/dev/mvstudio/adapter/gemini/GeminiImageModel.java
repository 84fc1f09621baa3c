package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pictures by Gemini and Imagen models. They come with the answer to the order and are kept here, under the order's key:
 * by it they are found when this process ended before it could tell.
 */
public final class GeminiImageModel implements ImageModel {
    private static final Map<String, ImageCall> CALLS =
            Map.of(Calls.GENERATE_CONTENT, new ContentImages(), Calls.PREDICT, new PredictedImages());

    private final Api api;
    private final Outputs outputs;

    public GeminiImageModel(GeminiClient client) {
        this.api = client.api();
        this.outputs = client.outputs();
    }

    @Override
    public Backend backend() {
        return api.configuration().backend();
    }

    @Override
    public Start start(ImageRequest request, SubmissionKey key) {
        ImageCall how = how(request);
        if (request.format() == ImageFormat.WEBP) {
            throw api.refusals().invalid("Gemini makes no WebP: ask for png or jpeg");
        }
        Optional<List<Output>> there = outputs.find(key.value());
        return new Start.Finished(there.orElseGet(() -> made(request, how, key)));
    }

    private List<Output> made(ImageRequest request, ImageCall how, SubmissionKey key) {
        outputs.prepare(request.numImages());
        Call call = Call.ask(
                Kind.IMAGE,
                request.model(),
                path(request, how),
                how.body(request, spec(request), new Enclosed(api.refusals())::base64),
                Call.Stake.RESULT);
        List<Spool.File> files = new ArrayList<>();
        for (String data : how.pictures(api.call(call), call, api.refusals())) {
            Picture picture = picture(data, request.format(), call);
            files.add(
                    new Spool.File(picture.bytes(), picture.format().mediaType().extension()));
        }
        return outputs.keep(key.value(), files, ErrorCode.OUTCOME_UNKNOWN);
    }

    private Picture picture(String base64, ImageFormat wanted, Call call) {
        try {
            return Picture.of(Base64.getDecoder().decode(base64))
                    .orElseThrow(() -> new IOException("these bytes are none"))
                    .as(wanted);
        } catch (IOException | IllegalArgumentException e) {
            throw api.refusals()
                    .exception(
                            ErrorCode.INVALID_PROVIDER_RESPONSE,
                            call.doing() + ": what came is no picture: " + e.getMessage(),
                            e);
        }
    }

    private ModelSpec spec(ImageRequest request) {
        return api.configuration()
                .spec(Kind.IMAGE, request.model())
                .orElseThrow(
                        () -> api.refusals().invalid("no such model is configured for Gemini: " + request.model()));
    }

    private ImageCall how(ImageRequest request) {
        return Calls.chosen(CALLS, Calls.of(Kind.IMAGE, spec(request)));
    }

    private static String path(ImageRequest request, ImageCall how) {
        return ModelPath.of(request.model(), how.method());
    }

    @Override
    public Status status(Ticket ticket) {
        return new Status.Finished(outputs.find(ticket.id())
                .filter(found -> ticket.backend().equals(backend()))
                .orElseThrow(() -> api.refusals()
                        .exception(ErrorCode.OUTPUT_EXPIRED, "there are no pictures (any more) of " + ticket.id())));
    }

    /** It is over as soon as it has a ticket. */
    @Override
    public void cancel(Ticket ticket) {}

    @Override
    public Search find(ImageRequest request, SubmissionKey key, Instant since) {
        return outputs.find(key.value()).isPresent()
                ? new Search.Found(new Ticket(backend(), GeminiClient.ACCOUNT, request.model(), key.value()))
                : new Search.Unknowable(
                        "Google keeps no pictures that it sent, and no list of them: if the answer was on"
                                + " its way, it is lost");
    }

    @Override
    public InputStream open(Output output) throws IOException {
        return outputs.open(output);
    }

    @Override
    public ProviderCall describe(ImageRequest request) {
        ImageCall how = how(request);
        return new ProviderCall(
                "POST",
                api.at(path(request, how)).toString(),
                how.body(request, spec(request), ReferenceImage::toString));
    }
}
