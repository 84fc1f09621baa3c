package dev.mvstudio.testkit.job;

import dev.mvstudio.domain.job.JobSchedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A schedule that remembers for as long as its object lives, also when it was closed; {@link #start} begins again.
 *
 * <p>A {@linkplain #FakeJobSchedule() plain} one has a time of its own that stands still, and calls only when a test
 * says so. A {@linkplain #live() live} one calls by itself, on virtual threads, in real time.
 *
 * <p>A worker that throws an exception is called again {@link #AFTER_FAILURE} later. When it throws an {@link Error},
 * its process is taken for dead: the call is due again at once, and a plain schedule passes the error on.
 */
public final class FakeJobSchedule implements JobSchedule {
    /** When a worker is called again that threw an exception. */
    public static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** How far time goes on at least between two rounds of calls. */
    private static final Duration TICK = Duration.ofMillis(1);

    private final boolean live;
    private final Map<Call, Entry> entries = new LinkedHashMap<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private Map<Task, Worker> workers = Map.of();
    private Instant time = Instant.parse("2026-06-01T12:00:00Z");
    private int running;
    private @Nullable Thread dispatcher;

    /** What is called. */
    public record Call(Task task, String name) {}

    private static final class Entry {
        Instant due;
        boolean inFlight;
        boolean wokenMeanwhile;

        Entry(Instant due) {
            this.due = due;
        }
    }

    /** One that a test drives. */
    public FakeJobSchedule() {
        this(false);
    }

    private FakeJobSchedule(boolean live) {
        this.live = live;
    }

    /** One that calls by itself. */
    public static FakeJobSchedule live() {
        return new FakeJobSchedule(true);
    }

    /** Its time. */
    public Clock clock() {
        return live ? Clock.systemUTC() : new OwnClock();
    }

    private final class OwnClock extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException("the fake clock knows UTC only");
        }

        @Override
        public Instant instant() {
            return now();
        }
    }

    private synchronized Instant now() {
        return live ? Instant.now() : time;
    }

    /** What workers threw so far. */
    public synchronized List<RuntimeException> failures() {
        return List.copyOf(failures);
    }

    /** What is to be called, in the order of its time. */
    public synchronized List<Call> planned() {
        return entries.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getValue().due))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** When this is to be called; empty for never. */
    public synchronized Optional<Instant> due(Task task, String name) {
        return Optional.ofNullable(entries.get(new Call(task, name))).map(e -> e.due);
    }

    /**
     * Makes every call that is due now, once each.
     *
     * @return how many there were
     */
    public int runDue() {
        List<Call> due = dueNow();
        due.forEach(this::run);
        return due.size();
    }

    /** Lets time pass, and makes every call that gets due meanwhile, each at its time. */
    public void advance(Duration by) {
        Instant end = now().plus(by);
        for (Optional<Instant> next = nextDue();
                next.filter(t -> !t.isAfter(end)).isPresent();
                next = nextDue()) {
            setTime(next.orElseThrow());
            runDue();
            if (nextDue().filter(t -> !t.isAfter(now())).isPresent()) {
                setTime(now().plus(TICK));
            }
        }
        setTime(end);
    }

    private synchronized void setTime(Instant later) {
        if (live) {
            throw new IllegalStateException("a live schedule has the real time");
        }
        time = later.isAfter(time) ? later : time;
    }

    private synchronized List<Call> dueNow() {
        Instant now = now();
        return planned().stream().filter(call -> isDue(call, now)).toList();
    }

    private boolean isDue(Call call, Instant now) {
        Entry entry = entries.get(call);
        return entry != null && !entry.inFlight && !entry.due.isAfter(now) && workers.containsKey(call.task());
    }

    private synchronized Optional<Instant> nextDue() {
        return entries.entrySet().stream()
                .filter(e ->
                        !e.getValue().inFlight && workers.containsKey(e.getKey().task()))
                .map(e -> e.getValue().due)
                .min(Comparator.naturalOrder());
    }

    private void run(Call call) {
        Worker worker = begin(call);
        if (worker != null) {
            run(call, worker);
        }
    }

    private void run(Call call, Worker worker) {
        Optional<Duration> again = Optional.of(Duration.ZERO);
        try {
            again = worker.step(call.name());
        } catch (RuntimeException e) {
            again = Optional.of(AFTER_FAILURE);
            failed(e);
        } finally {
            finished(call, again);
        }
    }

    private synchronized @Nullable Worker begin(Call call) {
        if (!isDue(call, now())) {
            return null;
        }
        Entry entry = entries.get(call);
        if (entry != null) {
            entry.inFlight = true;
            entry.wokenMeanwhile = false;
            running++;
        }
        return workers.get(call.task());
    }

    private synchronized void failed(RuntimeException e) {
        failures.add(e);
    }

    private synchronized void finished(Call call, Optional<Duration> again) {
        running--;
        Entry entry = entries.get(call);
        if (entry != null) {
            entry.inFlight = false;
            if (entry.wokenMeanwhile) {
                entry.due = now();
            } else if (again.isPresent()) {
                entry.due = now().plus(again.get());
            } else {
                entries.remove(call);
            }
        }
        notifyAll();
    }

    @Override
    public synchronized void start(Map<Task, Worker> workers) {
        if (!this.workers.isEmpty()) {
            throw new IllegalStateException("it was started already");
        }
        this.workers = Map.copyOf(workers);
        if (live) {
            dispatcher = Thread.ofVirtual().name("fake-schedule").start(this::dispatch);
        }
    }

    private void dispatch() {
        try {
            while (awaitDue()) {
                dueNow().forEach(this::runInThread);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begun at once, not when the thread comes to it: what is begun is not due any more. */
    private void runInThread(Call call) {
        Worker worker = begin(call);
        if (worker != null) {
            Thread.ofVirtual().name(call.name()).start(() -> run(call, worker));
        }
    }

    /** Waits until something is due; false when the schedule was closed. */
    private synchronized boolean awaitDue() throws InterruptedException {
        while (Thread.currentThread().equals(dispatcher) && dueNow().isEmpty()) {
            Optional<Instant> next = nextDue();
            long millis =
                    next.map(t -> Duration.between(now(), t).toMillis() + 1).orElse(1000L);
            wait(Math.max(1, millis));
        }
        return Thread.currentThread().equals(dispatcher);
    }

    @Override
    public synchronized void wake(Task task, String name) {
        Call call = new Call(task, name);
        Entry entry = entries.computeIfAbsent(call, c -> new Entry(now()));
        entry.wokenMeanwhile = true;
        Instant now = now();
        if (entry.due.isAfter(now)) {
            entry.due = now;
        }
        notifyAll();
    }

    @Override
    public synchronized void ensure(Task task, Collection<String> names) {
        names.forEach(name -> entries.computeIfAbsent(new Call(task, name), c -> new Entry(now())));
        notifyAll();
    }

    @Override
    public synchronized void close() {
        workers = Map.of();
        dispatcher = null;
        notifyAll();
        long deadline = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        try {
            while (live && running > 0 && System.nanoTime() < deadline) {
                wait(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
