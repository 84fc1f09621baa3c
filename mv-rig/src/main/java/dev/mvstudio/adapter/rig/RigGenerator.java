package dev.mvstudio.adapter.rig;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Generator;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.testkit.server.Form;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What its generators have in common. */
abstract class RigGenerator<R> implements Generator<R> {
    private final RigClient client;

    RigGenerator(RigClient client) {
        this.client = client;
    }

    /** What is sent besides the key. */
    abstract Map<String, Object> body(R request);

    /** Who is asked to make it. */
    abstract Model modelOf(R request);

    @Override
    public Backend backend() {
        return RigClient.BACKEND;
    }

    @Override
    public Start start(R request, SubmissionKey key) {
        Form order =
                Form.of().with("key", key).with("by", ProcessHandle.current().pid());
        for (Map.Entry<String, Object> field : body(request).entrySet()) {
            order = order.with(field.getKey(), field.getValue());
        }
        HttpResponse<String> answer = client.post("/generations", order, ErrorCode.OUTCOME_UNKNOWN);
        if (answer.statusCode() != 201) {
            throw RigClient.refused(answer);
        }
        return new Start.Running(ticket(modelOf(request), Form.parse(answer.body())));
    }

    private Ticket ticket(Model model, Form answer) {
        return new Ticket(backend(), "rig", model, answer.get("id"));
    }

    @Override
    public Status status(Ticket ticket) {
        HttpResponse<String> answer = client.get("/generations/" + ticket.id());
        if (answer.statusCode() != 200) {
            throw RigClient.refused(answer);
        }
        Form status = Form.parse(answer.body());
        return switch (status.get("state")) {
            case "pending" -> new Status.Pending(null, null);
            case "running" -> new Status.Running(Double.valueOf(status.get("progress")));
            case "finished" -> new Status.Finished(outputs(ticket, Integer.parseInt(status.get("outputs"))));
            case "failed" ->
                new Status.Failed(ProviderError.of(ErrorCode.CONTENT_POLICY_VIOLATION, backend(), "told to fail"));
            case "canceled" -> new Status.Canceled();
            default -> throw RigClient.exception(ErrorCode.INVALID_PROVIDER_RESPONSE, answer.body(), null);
        };
    }

    private List<Output> outputs(Ticket ticket, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Output(backend(), client.base().resolve("/outputs/" + ticket.id() + "/" + i)))
                .toList();
    }

    @Override
    public void cancel(Ticket ticket) {
        HttpResponse<String> answer =
                client.post("/generations/" + ticket.id() + "/cancel", Form.of(), ErrorCode.PROVIDER_UNAVAILABLE);
        if (answer.statusCode() != 200) {
            throw RigClient.refused(answer);
        }
    }

    @Override
    public Search find(R request, SubmissionKey key, Instant since) {
        HttpResponse<String> answer = client.get("/generations?key=" + key);
        return switch (answer.statusCode()) {
            case 200 -> new Search.Found(ticket(new Model("rig"), Form.parse(answer.body())));
            case 404 -> new Search.Absent();
            case 501 -> new Search.Unknowable(Form.parse(answer.body()).get("error"));
            default -> throw RigClient.refused(answer);
        };
    }

    @Override
    public InputStream open(Output output) throws IOException {
        if (!output.backend().equals(backend())) {
            throw RigClient.exception(ErrorCode.INVALID_PROVIDER_REQUEST, "not mine: " + output, null);
        }
        HttpResponse<InputStream> answer = client.open(output.location());
        if (answer.statusCode() == 200) {
            return answer.body();
        }
        answer.body().close();
        throw RigClient.exception(
                answer.statusCode() == 410 ? ErrorCode.OUTPUT_EXPIRED : ErrorCode.PROVIDER_UNAVAILABLE,
                answer.statusCode() + " for " + output.location(),
                null);
    }

    @Override
    public ProviderCall describe(R request) {
        return new ProviderCall("POST", client.base().resolve("/generations").toString(), body(request));
    }
}
