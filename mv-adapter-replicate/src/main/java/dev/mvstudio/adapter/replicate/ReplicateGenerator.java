package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Generator;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Predictions of one kind of model.
 *
 * @param <R> what is asked for
 */
abstract class ReplicateGenerator<R> implements Generator<R> {
    /** There is one account. */
    private static final String ACCOUNT = "default";

    private final ReplicateClient client;
    private final Kind kind;
    private final Outcomes outcomes;

    ReplicateGenerator(ReplicateClient client, Kind kind, int mostOutputs) {
        this.client = client;
        this.kind = kind;
        this.outcomes = new Outcomes(client.settings().name(), mostOutputs);
    }

    abstract Model model(R request);

    abstract List<ReferenceImage> pictures(R request);

    /**
     * What the model is given.
     *
     * @param shown how a picture stands in it
     */
    abstract Map<String, Object> input(R request, ModelSpec spec, Function<ReferenceImage, Object> shown);

    @Override
    public final Backend backend() {
        return client.settings().name();
    }

    @Override
    public final Start start(R request, SubmissionKey key) {
        Order order = order(request);
        Handover.check(pictures(request), client.refusals());
        client.admitStart();
        Handover handover = new Handover(client, key);
        try {
            Map<String, Object> input = input(request, order.spec(), handover::address);
            Prediction prediction = client.create(order, client.body(order, input, key.value()));
            return new Start.Running(ticket(model(request), prediction));
        } catch (ProviderException e) {
            if (e.error().code() != ErrorCode.OUTCOME_UNKNOWN) {
                handover.takeBack();
            }
            throw e;
        }
    }

    private Order order(R request) {
        Model model = model(request);
        ModelSpec spec = client.settings()
                .spec(kind, model)
                .orElseThrow(() -> client.refusals().invalid("no such model is configured for Replicate: " + model));
        ModelName name = ModelName.parse(model)
                .orElseThrow(() -> client.refusals()
                        .invalid("a model at Replicate is owner/name, owner/name:version or deployments/owner/name: "
                                + model));
        return new Order(kind, spec, name);
    }

    private Ticket ticket(Model model, Prediction prediction) {
        return new Ticket(backend(), ACCOUNT, model, prediction.id());
    }

    @Override
    public final Status status(Ticket ticket) {
        Prediction prediction = client.get(id(ticket));
        Status status = outcomes.of(prediction, client.theirs(client.clock().instant()))
                .orElseThrow(() -> client.refusals()
                        .exception(
                                ErrorCode.INVALID_PROVIDER_RESPONSE,
                                "prediction " + prediction.id() + " is in an unknown state, "
                                        + Quotes.cleaned(prediction.status()),
                                null));
        cleanUp(prediction);
        return status;
    }

    private void cleanUp(Prediction prediction) {
        if (prediction.isFinal()) {
            client.files().removeThoseOf(prediction.input());
        }
    }

    private String id(Ticket ticket) {
        if (!ticket.backend().equals(backend()) || !Prediction.isId(ticket.id())) {
            throw client.refusals().invalid("this is no prediction of Replicate's: " + ticket.id());
        }
        return ticket.id();
    }

    @Override
    public final void cancel(Ticket ticket) {
        cleanUp(client.cancel(id(ticket)));
    }

    @Override
    public final Search find(R request, SubmissionKey key, Instant since) {
        Order order = order(request);
        JsonNode input = Json.tree(input(request, order.spec(), image -> "data:"));
        Wanted wanted = new Wanted(
                key, order.name(), input, Fields.pictures(order.spec().inputs()));
        return new LostPrediction(client, wanted, prediction -> ticket(model(request), prediction)).search(since);
    }

    @Override
    public final InputStream open(Output output) throws IOException {
        return client.open(output);
    }

    @Override
    public final ProviderCall describe(R request) {
        Order order = order(request);
        Map<String, Object> input = input(request, order.spec(), ReferenceImage::toString);
        return new ProviderCall("POST", client.target(order).toString(), client.body(order, input, "…"));
    }
}
