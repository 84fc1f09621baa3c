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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
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
    private final List<Made<R>> made = new ArrayList<>();
    private final Deque<Status> next = new ArrayDeque<>();
    private final Deque<ProviderException> lostSearches = new ArrayDeque<>();
    private List<Status> script = List.of();
    private @Nullable Clock keyless;
    private @Nullable ProviderError refusal;
    private @Nullable ProviderError outage;
    private boolean atOnce;
    private boolean forgetful;
    private boolean expired;
    private boolean deaf;
    private int spoilt;
    private int left = Integer.MAX_VALUE;
    private int questions;

    private record Made<R>(R request, Instant at, Ticket ticket) {}

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

    /** The same of the next generation alone. */
    public synchronized void failNext(ErrorCode code) {
        next.add(new Status.Failed(ProviderError.of(code, backend, "told to fail once")));
    }

    /** Starts answer with the outputs from now on. */
    public synchronized void finishAtOnce() {
        atOnce = true;
    }

    /** Starts throw from now on. With {@link ErrorCode#OUTCOME_UNKNOWN} the generation is started all the same. */
    public synchronized void refuse(ErrorCode code) {
        refusal = ProviderError.of(code, backend, "told to refuse");
    }

    /** The same with a wish when to come back. */
    public synchronized void refuse(ErrorCode code, Duration retryAfter) {
        refusal = new ProviderError(code, backend, "told to refuse", retryAfter);
    }

    /** It dies after so many more starts: all that follow throw, until {@link #accept}. */
    public synchronized void dieAfter(int starts) {
        left = starts;
    }

    /** Starts get lost on their way from now on: nothing is started, and nobody can know it. */
    public synchronized void loseStarts() {
        refuse(ErrorCode.OUTCOME_UNKNOWN);
        deaf = true;
    }

    /** Starts are accepted again. */
    public synchronized void accept() {
        refusal = null;
        deaf = false;
        left = Integer.MAX_VALUE;
    }

    /** Questions about generations throw from now on; null ends it. */
    public synchronized void breakDown(@Nullable ErrorCode code) {
        outage = code == null ? null : ProviderError.of(code, backend, "told to break down");
    }

    /** The same with a wish when to come back. */
    public synchronized void breakDown(ErrorCode code, Duration retryAfter) {
        outage = new ProviderError(code, backend, "told to break down", retryAfter);
    }

    /** From now on it takes no notice of keys: it can only list what was made for requests like this one, and when. */
    public synchronized void ignoreKeys(Clock clock) {
        keyless = clock;
    }

    /** So many of the next searches throw. */
    public synchronized void failSearches(int times, ErrorCode code) {
        for (int i = 0; i < times; i++) {
            lostSearches.add(exception(code, "told to fail a search"));
        }
    }

    /** It cannot tell any more what it was asked. */
    public synchronized void loseMemory() {
        forgetful = true;
    }

    /** All outputs vanish, also future ones. */
    public synchronized void expireOutputs() {
        expired = true;
    }

    /** So many of the outputs that are opened next are an error page. */
    public synchronized void spoil(int times) {
        spoilt = times;
    }

    /** How often a generation was started for this key. */
    public synchronized int starts(SubmissionKey key) {
        return starts.getOrDefault(key, 0);
    }

    /** How often it was asked how far a generation is. */
    public synchronized int questions() {
        return questions;
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
        if (left == 0) {
            throw exception(ErrorCode.PROVIDER_UNAVAILABLE, "told to die");
        }
        left--;
        starts.merge(key, 1, Integer::sum);
        if (refusal != null && (deaf || refusal.code() != ErrorCode.OUTCOME_UNKNOWN)) {
            throw new ProviderException(refusal);
        }
        Ticket ticket = make(request, key);
        if (refusal != null) {
            throw new ProviderException(refusal);
        }
        return atOnce ? new Start.Finished(outputs(ticket.id())) : new Start.Running(ticket);
    }

    private Ticket make(R request, SubmissionKey key) {
        requests.add(request);
        String id = keyless == null ? key.value() : getClass().getSimpleName() + "-" + requests.size();
        models.put(id, modelOf(request));
        outputs.put(id, outputsOf(request));
        lives.put(id, new ArrayDeque<>(next.isEmpty() ? script : List.of(next.remove())));
        if (keyless != null) {
            made.add(new Made<>(request, keyless.instant(), ticket(id)));
        }
        return ticket(id);
    }

    @Override
    public synchronized Status status(Ticket ticket) {
        questions++;
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
        if (!lostSearches.isEmpty()) {
            throw lostSearches.remove();
        }
        if (forgetful) {
            return new Search.Unknowable("told to forget");
        }
        if (keyless != null) {
            List<Ticket> alike = alike(request, since);
            return alike.isEmpty() ? new Search.Absent() : new Search.Alike(alike);
        }
        return lives.containsKey(key.value()) ? new Search.Found(ticket(key.value())) : new Search.Absent();
    }

    private List<Ticket> alike(R request, Instant since) {
        return made.stream()
                .filter(m -> m.request().equals(request) && !m.at().isBefore(since))
                .map(Made::ticket)
                .toList();
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
        if (spoilt > 0) {
            spoilt--;
            return new ByteArrayInputStream("<html>".getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(sample());
    }

    private Ticket ticket(String id) {
        return new Ticket(backend, "fake", models.getOrDefault(id, new Model("fake")), id);
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
