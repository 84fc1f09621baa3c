package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.domain.video.VideoRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;

/** Clips by Veo and its successors. */
public final class GeminiVideoModel implements VideoModel {
    private final Api api;
    private final Outputs outputs;
    private final Map<String, ClipCall> calls;

    public GeminiVideoModel(GeminiClient client) {
        this.api = client.api();
        this.outputs = client.outputs();
        ClipFiles files = new ClipFiles(api, outputs);
        this.calls =
                Map.of(Calls.LONG_RUNNING, new LongRunning(files), Calls.INTERACTIONS, new Interactions(api, files));
    }

    @Override
    public Backend backend() {
        return api.configuration().backend();
    }

    @Override
    public Start start(VideoRequest request, SubmissionKey key) {
        ModelSpec spec = spec(request.model());
        ClipCall how = how(spec);
        Map<String, Object> body = how.body(request, spec, new Enclosed(api.refusals())::base64);
        Call call = Call.ask(Kind.VIDEO, request.model(), how.path(request.model()), body, Call.Stake.ORDER);
        String name = how.name(api.call(call));
        if (name.isEmpty()) {
            throw api.nonsense(call, "the answer does not name what was begun");
        }
        return new Start.Running(new Ticket(backend(), GeminiClient.ACCOUNT, request.model(), name));
    }

    private ModelSpec spec(Model model) {
        return api.configuration()
                .spec(Kind.VIDEO, model)
                .orElseThrow(() -> api.refusals().invalid("no such model is configured for Gemini: " + model));
    }

    private ClipCall how(ModelSpec spec) {
        return Calls.chosen(calls, Calls.of(Kind.VIDEO, spec));
    }

    /** By what the ticket looks like: the model may be asked in another way by now. */
    private ClipCall how(Ticket ticket) {
        return calls.values().stream()
                .filter(call -> ticket.backend().equals(backend()) && call.covers(ticket.id()))
                .findFirst()
                .orElseThrow(() -> api.refusals().invalid("this is no clip of Gemini's: " + ticket.id()));
    }

    @Override
    public Status status(Ticket ticket) {
        ClipCall how = how(ticket);
        return how.status(ticket.id(), api.call(Call.get("asking for " + ticket.id(), "/" + ticket.id())));
    }

    @Override
    public void cancel(Ticket ticket) {
        how(ticket).cancel(ticket.id());
    }

    @Override
    public Search find(VideoRequest request, SubmissionKey key, Instant since) {
        return new Search.Unknowable("Google tells nobody with an API key which clips were ordered with it");
    }

    @Override
    public InputStream open(Output output) throws IOException {
        return outputs.open(output);
    }

    @Override
    public ProviderCall describe(VideoRequest request) {
        ModelSpec spec = spec(request.model());
        ClipCall how = how(spec);
        return new ProviderCall(
                "POST",
                api.at(how.path(request.model())).toString(),
                how.body(request, spec, ReferenceImage::toString));
    }
}
