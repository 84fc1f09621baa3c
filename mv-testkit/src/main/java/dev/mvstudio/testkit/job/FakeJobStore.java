package dev.mvstudio.testkit.job;

import dev.mvstudio.domain.job.Creation;
import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobFilter;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.JobStoreException;
import dev.mvstudio.domain.job.QueueFullException;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.domain.job.TicketTakenException;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Lane;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store that forgets all with its object; an engine that is put upon the same object again finds everything. It can
 * be told to fail.
 */
public final class FakeJobStore implements JobStore {
    private final Map<JobId, Kept> jobs = new LinkedHashMap<>();
    private final Map<String, String> remembered = new HashMap<>();
    private final List<Admission> admissions = new ArrayList<>();
    private boolean outOfOrder;
    private int calls;
    private int failingCall;
    private int failingAfterCall;

    /**
     * A job with what happened to it.
     *
     * @param since when it began to wait
     */
    private record Kept(StoredJob job, Instant since, List<JobEvent> events) {
        JobState state() {
            return job.state();
        }

        String lane() {
            return job.order().lane();
        }

        String caller() {
            return job.order().caller();
        }

        boolean isStep() {
            return job.order().place() != null;
        }

        boolean takesAPlace() {
            return state() == JobState.RUNNING || state() == JobState.CANCELING;
        }
    }

    private record Admission(String lane, Instant at) {}

    /** Whether all calls fail from now on, before they do anything. */
    public synchronized void outOfOrder(boolean now) {
        outOfOrder = now;
    }

    /** The n-th call from now on, counted from 1, fails before it does anything; 0 for none. */
    public synchronized void failOnCall(int n) {
        failingCall = n == 0 ? 0 : calls + n;
    }

    /** The n-th call from now on, counted from 1, fails after it had its effect; 0 for none. */
    public synchronized void failAfterCall(int n) {
        failingAfterCall = n == 0 ? 0 : calls + n;
    }

    /** How often any method was called. */
    public synchronized int calls() {
        return calls;
    }

    private synchronized <T> T call(Supplier<T> work) {
        calls++;
        if (outOfOrder || calls == failingCall) {
            throw new JobStoreException("the fake store was told to fail", null);
        }
        T result = work.get();
        if (calls == failingAfterCall) {
            throw new JobStoreException("the fake store was told to fail after the fact", null);
        }
        return result;
    }

    @Override
    public Creation create(JobOrder order, Lane lane) {
        return call(() -> existing(order)
                .<Creation>map(kept -> new Creation.Existing(kept.job()))
                .orElseGet(() -> add(order, lane)));
    }

    private Optional<Kept> existing(JobOrder order) {
        return all().filter(k -> isSame(k.job().order(), order)).findFirst();
    }

    private static boolean isSame(JobOrder one, JobOrder other) {
        JobOrder.Idempotency key = one.idempotency();
        JobOrder.Idempotency otherKey = other.idempotency();
        return one.id().equals(other.id())
                || (one.place() != null && one.place().equals(other.place()))
                || (key != null
                        && otherKey != null
                        && one.caller().equals(other.caller())
                        && key.key().equals(otherKey.key()));
    }

    private Creation add(JobOrder order, Lane lane) {
        JobOrder.Place place = order.place();
        if (place == null) {
            checkLength(lane);
        } else if (!jobs.containsKey(place.parent())) {
            throw new NoSuchElementException("there is no job " + place.parent());
        }
        StoredJob job = new StoredJob(order, JobStatus.queued(order.keep()), 1);
        List<JobEvent> events = new ArrayList<>();
        events.add(event(job, 1, JobEvent.Type.STATE, order.createdAt()));
        jobs.put(order.id(), new Kept(job, order.createdAt(), events));
        return new Creation.Created(job);
    }

    private void checkLength(Lane lane) {
        long waiting = queued(lane.name()).filter(k -> !k.isStep()).count();
        if (waiting >= lane.maxQueued() + (long) free(lane)) {
            throw new QueueFullException(lane);
        }
    }

    private int free(Lane lane) {
        return Math.max(0, lane.width() - (int) placed(lane.name()).count());
    }

    private Stream<Kept> all() {
        return jobs.values().stream();
    }

    private Stream<Kept> queued(String lane) {
        return all().filter(k -> k.lane().equals(lane) && k.state() == JobState.QUEUED);
    }

    private Stream<Kept> placed(String lane) {
        return all().filter(k -> k.lane().equals(lane) && k.takesAPlace());
    }

    @Override
    public Optional<StoredJob> find(JobId id) {
        return call(() -> Optional.ofNullable(jobs.get(id)).map(Kept::job));
    }

    @Override
    public StoredJob change(JobId id, Instant at, UnaryOperator<JobStatus> change) {
        return call(() -> changed(id, at, change));
    }

    private StoredJob changed(JobId id, Instant at, UnaryOperator<JobStatus> change) {
        Kept kept = jobs.get(id);
        if (kept == null) {
            throw new NoSuchElementException("there is no job " + id);
        }
        JobStatus before = kept.job().status();
        JobStatus after = change.apply(before);
        if (after.equals(before)) {
            return kept.job();
        }
        if (after.state() != before.state() && !before.state().mayBecome(after.state())) {
            throw new IllegalStateException(
                    "job " + id + " is " + before.state().word() + " and must not become "
                            + after.state().word());
        }
        checkTicket(id, after.ticket());
        StoredJob job = new StoredJob(kept.job().order(), after, kept.job().version() + 1);
        JobEvent.between(before, after)
                .forEach(type -> kept.events().add(event(job, kept.events().size() + 1L, type, at)));
        boolean waitsAnew = after.state() == JobState.QUEUED && before.state() != JobState.QUEUED;
        jobs.put(id, new Kept(job, waitsAnew ? at : kept.since(), kept.events()));
        return job;
    }

    private void checkTicket(JobId id, @Nullable Ticket ticket) {
        if (ticket != null
                && all().anyMatch(k -> !k.job().id().equals(id) && hasTicket(k.job(), ticket.backend(), ticket.id()))) {
            throw new TicketTakenException(ticket);
        }
    }

    private static JobEvent event(StoredJob job, long id, JobEvent.Type type, Instant at) {
        JobStatus status = job.status();
        return new JobEvent(
                job.id(), id, type, at, status.state(), status.stage(), status.progress(), status.message());
    }

    @Override
    public List<StoredJob> children(JobId parent) {
        return call(() -> childrenOf(parent).map(Kept::job).toList());
    }

    private Stream<Kept> childrenOf(JobId parent) {
        return all().filter(k -> {
            JobOrder.Place place = k.job().order().place();
            return place != null && place.parent().equals(parent);
        });
    }

    @Override
    public List<StoredJob> list(JobFilter filter) {
        return call(() -> {
            List<StoredJob> newestFirst = new ArrayList<>(all().map(Kept::job).toList()).reversed();
            JobId before = filter.before();
            return newestFirst.stream()
                    .dropWhile(job -> before != null && !job.id().equals(before))
                    .filter(job -> !job.id().equals(before))
                    .filter(job -> filter.kind() == null || job.order().kind().equals(filter.kind()))
                    .filter(job -> filter.state() == null || job.state() == filter.state())
                    .limit(filter.limit())
                    .toList();
        });
    }

    @Override
    public List<JobEvent> events(JobId id, long after, int limit) {
        return call(() -> {
            Kept kept = jobs.get(id);
            List<JobEvent> events = kept == null ? List.of() : kept.events();
            return events.stream().filter(e -> e.id() > after).limit(limit).toList();
        });
    }

    @Override
    public Map<JobId, Long> versions(Collection<JobId> ids) {
        return call(() -> ids.stream()
                .distinct()
                .filter(jobs::containsKey)
                .collect(Collectors.toMap(id -> id, id -> find(jobs, id).version())));
    }

    private static StoredJob find(Map<JobId, Kept> jobs, JobId id) {
        Kept kept = jobs.get(id);
        if (kept == null) {
            throw new NoSuchElementException("there is no job " + id);
        }
        return kept.job();
    }

    @Override
    public List<JobId> admit(Lane lane, Instant now) {
        return call(() -> {
            List<JobId> admitted = inTurn(lane.name())
                    .limit(Math.min(free(lane), left(lane, now)))
                    .map(kept -> kept.job().id())
                    .toList();
            admitted.forEach(id -> {
                changed(id, now, status -> status.admitted(now));
                admissions.add(new Admission(lane.name(), now));
            });
            return admitted;
        });
    }

    private long left(Lane lane, Instant now) {
        Integer perMinute = lane.perMinute();
        if (perMinute == null) {
            return Long.MAX_VALUE;
        }
        Instant minuteAgo = now.minusSeconds(60);
        long begun = admissions.stream()
                .filter(a -> a.lane().equals(lane.name()) && a.at().isAfter(minuteAgo))
                .count();
        return Math.max(0, perMinute - begun);
    }

    /** Those who wait, in the order of their turns. */
    private Stream<Kept> inTurn(String lane) {
        Map<String, Long> turns = placed(lane).collect(Collectors.groupingBy(Kept::caller, Collectors.counting()));
        record Turn(Kept kept, long number) {}
        return queued(lane)
                .sorted(Comparator.comparing(Kept::since))
                .map(kept -> new Turn(kept, turns.merge(kept.caller(), 1L, Long::sum)))
                .sorted(Comparator.comparingLong(Turn::number))
                .map(Turn::kept)
                .toList()
                .stream();
    }

    @Override
    public List<String> lanesInUse() {
        return call(() -> all().filter(k -> k.state() == JobState.QUEUED)
                .map(Kept::lane)
                .distinct()
                .sorted()
                .toList());
    }

    @Override
    public List<JobId> active() {
        return call(() -> all().filter(Kept::takesAPlace).map(k -> k.job().id()).toList());
    }

    @Override
    public Optional<StoredJob> holder(Backend backend, String ticketId) {
        return call(() -> jobs.values().stream()
                .map(Kept::job)
                .filter(job -> hasTicket(job, backend, ticketId))
                .findFirst());
    }

    private static boolean hasTicket(StoredJob job, Backend backend, String id) {
        Ticket ticket = job.status().ticket();
        return ticket != null && ticket.backend().equals(backend) && ticket.id().equals(id);
    }

    @Override
    public Optional<Integer> position(JobId id) {
        return call(() -> {
            Kept kept = jobs.get(id);
            if (kept == null || kept.state() != JobState.QUEUED) {
                return Optional.empty();
            }
            return Optional.of(inTurn(kept.lane()).toList().indexOf(kept) + 1);
        });
    }

    @Override
    public List<Duration> durations(String kind, Backend backend, Model model, int limit) {
        return call(() -> all().filter(k -> k.state() == JobState.SUCCEEDED)
                .filter(k -> isOf(k.job().order(), kind, backend, model))
                .sorted(Comparator.comparing(FakeJobStore::finishedAt).reversed())
                .flatMap(k -> ran(k.job().status()).stream())
                .limit(limit)
                .toList());
    }

    private static boolean isOf(JobOrder order, String kind, Backend backend, Model model) {
        return order.kind().equals(kind)
                && order.backend().equals(backend)
                && order.model().equals(model);
    }

    private static Instant finishedAt(Kept kept) {
        Instant at = kept.job().status().finishedAt();
        return at == null ? Instant.MAX : at;
    }

    private static Optional<Duration> ran(JobStatus status) {
        return status.startedAt() == null || status.finishedAt() == null
                ? Optional.empty()
                : Optional.of(Duration.between(status.startedAt(), status.finishedAt()));
    }

    @Override
    public List<StoredJob> finishedBefore(Instant instant, int limit) {
        Predicate<Kept> expired = k -> k.state().isFinal()
                && !k.isStep()
                && !k.job().status().keep()
                && finishedAt(k).isBefore(instant);
        return call(() -> all().filter(expired)
                .sorted(Comparator.comparing(FakeJobStore::finishedAt))
                .limit(limit)
                .map(Kept::job)
                .toList());
    }

    @Override
    public boolean delete(JobId id) {
        return call(() -> remove(id));
    }

    @Override
    public String remember(String name, String first) {
        return call(() -> remembered.computeIfAbsent(name, n -> first));
    }

    private boolean remove(JobId id) {
        childrenOf(id).map(k -> k.job().id()).toList().forEach(this::remove);
        return jobs.remove(id) != null;
    }
}
