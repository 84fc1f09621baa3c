package dev.mvstudio.testkit.provider;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Generator;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A generator in memory that does as it is told, and counts what it was asked. Without a script every generation is
 * finished when it is first asked for.
 *
 * @param <R> what is asked for
 */
public abstract class FakeGenerator<R> implements Generator<R> {
    private final Backend backend;
    private final Map<String, Deque<Status>> lives = new HashMap<>();
    private final Map<SubmissionKey, Integer> starts = new HashMap<>();
    private final List<R> requests = new ArrayList<>();
    private final List<Ticket> canceled = new ArrayList<>();
    private final Map<String, Model> models = new HashMap<>();
    private final Map<String, Integer> outputs = new HashMap<>();
    private List<Status> script = List.of();
    private @Nullable ProviderError refusal;
    private @Nullable ProviderError outage;
    private boolean atOnce;
    private boolean forgetful;
    private boolean expired;

    protected FakeGenerator(Backend backend) {
        this.backend = backend;
    }

    /** Who is asked to make it. */
    protected abstract Model modelOf(R request);

    /** How many files a request gives. */
    protected abstract int outputsOf(R request);

    /** The bytes of every output. */
    protected abstract byte[] sample();

    /** What generations that are started from now on go through, one step for each question; then they finish. */
    public synchronized void script(Status... steps) {
        script = List.of(steps);
    }

    /** Generations that are started from now on fail like this when they are first asked for. */
    public void fail(ErrorCode code) {
        script(new Status.Failed(ProviderError.of(code, backend, "told to fail")));
    }

    /** Starts answer with the outputs from now on. */
    public synchronized void finishAtOnce() {
        atOnce = true;
    }

    /** Starts throw from now on. With {@link ErrorCode#OUTCOME_UNKNOWN} the generation is started all the same. */
    public synchronized void refuse(ErrorCode code) {
        refusal = ProviderError.of(code, backend, "told to refuse");
    }

    /** Starts are accepted again. */
    public synchronized void accept() {
        refusal = null;
    }

    /** Questions about generations throw from now on; null ends it. */
    public synchronized void breakDown(@Nullable ErrorCode code) {
        outage = code == null ? null : ProviderError.of(code, backend, "told to break down");
    }

    /** It cannot tell any more what it was asked. */
    public synchronized void loseMemory() {
        forgetful = true;
    }

    /** All outputs vanish, also future ones. */
    public synchronized void expireOutputs() {
        expired = true;
    }

    /** How often a generation was started for this key. */
    public synchronized int starts(SubmissionKey key) {
        return starts.getOrDefault(key, 0);
    }

    /** What was started, in order. */
    public synchronized List<R> requests() {
        return List.copyOf(requests);
    }

    /** What was asked to be canceled, in order. */
    public synchronized List<Ticket> canceled() {
        return List.copyOf(canceled);
    }

    @Override
    public Backend backend() {
        return backend;
    }

    @Override
    public synchronized Start start(R request, SubmissionKey key) {
        starts.merge(key, 1, Integer::sum);
        if (refusal != null && refusal.code() != ErrorCode.OUTCOME_UNKNOWN) {
            throw new ProviderException(refusal);
        }
        requests.add(request);
        models.put(key.value(), modelOf(request));
        outputs.put(key.value(), outputsOf(request));
        lives.put(key.value(), new ArrayDeque<>(script));
        if (refusal != null) {
            throw new ProviderException(refusal);
        }
        return atOnce ? new Start.Finished(outputs(key.value())) : new Start.Running(ticket(key));
    }

    @Override
    public synchronized Status status(Ticket ticket) {
        if (outage != null) {
            throw new ProviderException(outage);
        }
        Deque<Status> life = life(ticket);
        Status next = life.peek();
        if (next == null) {
            return new Status.Finished(outputs(ticket.id()));
        }
        if (!Settling.isFinal(next)) {
            life.remove();
        }
        return next;
    }

    @Override
    public synchronized void cancel(Ticket ticket) {
        canceled.add(ticket);
        Deque<Status> life = life(ticket);
        Status next = life.peek();
        if (next != null && !Settling.isFinal(next)) {
            life.clear();
            life.add(new Status.Canceled());
        }
    }

    @Override
    public synchronized Search find(R request, SubmissionKey key, Instant since) {
        if (forgetful) {
            return new Search.Unknowable("told to forget");
        }
        return lives.containsKey(key.value()) ? new Search.Found(ticket(key)) : new Search.Absent();
    }

    @Override
    public synchronized InputStream open(Output output) {
        String[] parts =
                String.valueOf(output.location().getSchemeSpecificPart()).split("/", 2);
        if (!output.backend().equals(backend)) {
            throw exception(ErrorCode.INVALID_PROVIDER_REQUEST, "not mine: " + output);
        }
        if (expired || !lives.containsKey(parts[0])) {
            throw exception(ErrorCode.OUTPUT_EXPIRED, "gone: " + output.location());
        }
        return new ByteArrayInputStream(sample());
    }

    private Ticket ticket(SubmissionKey key) {
        Model model = models.getOrDefault(key.value(), new Model("fake"));
        return new Ticket(backend, "fake", model, key.value());
    }

    private Deque<Status> life(Ticket ticket) {
        Deque<Status> life = lives.get(ticket.id());
        if (life == null) {
            throw exception(ErrorCode.INVALID_PROVIDER_REQUEST, "unknown ticket " + ticket.id());
        }
        return life;
    }

    private List<Output> outputs(String id) {
        return IntStream.range(0, outputs.getOrDefault(id, 1))
                .mapToObj(i -> new Output(backend, URI.create("fake:" + id + "/" + i)))
                .toList();
    }

    private ProviderException exception(ErrorCode code, String details) {
        return new ProviderException(ProviderError.of(code, backend, details));
    }
}
