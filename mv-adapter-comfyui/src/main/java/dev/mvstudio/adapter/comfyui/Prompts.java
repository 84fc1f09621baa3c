package dev.mvstudio.adapter.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.adapter.comfyui.workflow.Slot;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Queues prompts, and asks how far they are. Their ids follow from the keys, so that what was started can be found. */
final class Prompts {
    /** All servers together are one account. */
    private static final String ACCOUNT = "default";

    private static final int MOST_REMEMBERED = 10_000;

    private final Refusals refusals;
    private final Pool pool;
    private final Progress progress;
    private final Outcomes outcomes;
    private final LongSupplier seeds;
    private final Missing missing;

    /** What was canceled while it waited leaves nothing behind. */
    private final Set<String> canceled = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }));

    Prompts(Refusals refusals, Pool pool, Progress progress, Outcomes outcomes, Chance chance) {
        this.refusals = refusals;
        this.pool = pool;
        this.progress = progress;
        this.outcomes = outcomes;
        this.seeds = chance.seeds();
        this.missing = new Missing(chance.nanoTime());
    }

    /** What cannot be foreseen. */
    record Chance(LongSupplier seeds, LongSupplier nanoTime) {}

    /** Queues it at the least busy server that takes it. */
    Start start(Order order, SubmissionKey key) {
        long seed = seeds.getAsLong();
        ProviderException refused = null;
        for (Server server : pool.byLoad()) {
            try {
                return new Start.Running(submitted(server, order, key, seed));
            } catch (UntakenException e) {
                refused = e.more(refused);
            }
        }
        throw refused == null ? refusals.exception(ErrorCode.PROVIDER_UNAVAILABLE, "there is no server") : refused;
    }

    private Ticket submitted(Server server, Order order, SubmissionKey key, long seed) {
        String id = id(key);
        Map<String, Object> body = order.body(uploaded(server, order), seed);
        body.put("prompt_id", id);
        body.put("client_id", progress.clientId());
        progress.listen(server);
        Server.Reply reply = reply(server, body);
        String queued = Json.text(reply.json(), "prompt_id");
        if (!queued.equals(id)) {
            server.delete(queued);
            throw refusals.invalid("the ComfyUI at " + server.address()
                    + " is too old: it does not take the id of a prompt from us; update it");
        }
        Ticket ticket = ticket(server, order, id);
        if (!reply.json().path("node_errors").isEmpty()) {
            // Part of the graph would run all the same.
            cancel(ticket);
            throw refusals.graph(server.address().toString(), reply.json());
        }
        return ticket;
    }

    private Map<Slot, String> uploaded(Server server, Order order) {
        Map<Slot, String> names = new EnumMap<>(Slot.class);
        try {
            order.images().forEach((slot, image) -> names.put(slot, server.upload(image)));
        } catch (ProviderException e) {
            throw untaken(server, e);
        }
        return names;
    }

    private Server.Reply reply(Server server, Map<String, Object> body) {
        String doing = "queueing a prompt at the ComfyUI at " + server.address();
        Server.Reply reply;
        try {
            reply = server.submit(body);
        } catch (Wire.UnsentException e) {
            throw untaken(server, server.unreachable(e));
        } catch (IOException e) {
            throw refusals.exception(ErrorCode.OUTCOME_UNKNOWN, doing + ": " + e.getMessage(), e);
        }
        if (reply.status() == 400) {
            throw untaken(null, refusals.graph(server.address().toString(), reply.json()));
        }
        if (reply.status() >= 300 && reply.status() < 500) {
            throw untaken(server, refusals.status(doing, reply.status()));
        }
        if (reply.status() != 200 || Json.text(reply.json(), "prompt_id").isEmpty()) {
            throw refusals.exception(
                    ErrorCode.OUTCOME_UNKNOWN, doing + ": it answered with " + reply.status() + " and no prompt id");
        }
        return reply;
    }

    private UntakenException untaken(@Nullable Server lost, ProviderException why) {
        if (lost != null) {
            pool.lose(lost);
        }
        return new UntakenException(why);
    }

    private Ticket ticket(Server server, Order order, String id) {
        TicketId name = new TicketId(id, order.recipe().output(), order.format(), server.name());
        return new Ticket(refusals.backend(), ACCOUNT, order.model(), name.toString());
    }

    /** Newer versions want it to be a UUID in lower case. */
    private static String id(SubmissionKey key) {
        return UUID.nameUUIDFromBytes(("mv-studio:" + key.value()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Status status(Ticket ticket) {
        TicketId id = id(ticket);
        Server server = server(id);
        Status status = current(server, id);
        if (status != null) {
            missing.remove(id.prompt());
            return status;
        }
        if (canceled.contains(id.prompt())) {
            return new Status.Canceled();
        }
        return missing.isLongMissing(id.prompt()) ? outcomes.lost(server) : new Status.Running(null);
    }

    /**
     * How far it is; null when the server knows nothing of it. History is empty for what is not over. The queue comes
     * between two questions for it, because a prompt that leaves one is in the other by then.
     */
    private @Nullable Status current(Server server, TicketId id) {
        JsonNode over = server.history(id.prompt());
        if (over.isMissingNode()) {
            Queue queue = server.queue();
            if (queue.running().contains(id.prompt())) {
                return new Status.Running(progress.of(server, id.prompt()));
            }
            int ahead = queue.pending().indexOf(id.prompt());
            if (ahead >= 0) {
                return new Status.Pending(ahead + queue.running().size(), null);
            }
            over = server.history(id.prompt());
        }
        if (!over.isMissingNode()) {
            progress.forget(id.prompt());
            return outcomes.of(server, id, over);
        }
        return server.hasJob(id.prompt()) ? new Status.Running(null) : null;
    }

    /** A server stops what runs; some versions stop it whatever it is. So it is looked first whether it is ours. */
    void cancel(Ticket ticket) {
        TicketId id = id(ticket);
        Server server = server(id);
        canceled.add(id.prompt());
        server.delete(id.prompt());
        if (server.queue().running().contains(id.prompt())) {
            server.interrupt(id.prompt());
        }
    }

    /** Absent only when every server says so. */
    Search find(Order order, SubmissionKey key) {
        String id = id(key);
        List<String> unasked = new ArrayList<>();
        for (Server server : pool.all()) {
            Ticket ticket = ticket(server, order, id);
            try {
                if (current(server, id(ticket)) != null) {
                    return new Search.Found(ticket);
                }
            } catch (ProviderException e) {
                unasked.add(e.error().details());
            }
        }
        return unasked.isEmpty()
                ? new Search.Absent()
                : new Search.Unknowable("it may be where nobody answers: " + String.join("; ", unasked));
    }

    private TicketId id(Ticket ticket) {
        return TicketId.parse(ticket.id())
                .filter(id -> ticket.backend().equals(refusals.backend()))
                .orElseThrow(() -> refusals.invalid("this is no prompt of ComfyUI: " + Wording.quoted(ticket.id())));
    }

    private Server server(TicketId id) {
        return pool.named(id.server())
                .orElseThrow(() -> refusals.invalid("the prompt " + id.prompt() + " is at the ComfyUI at " + id.server()
                        + ", which is no longer in " + refusals.variable() + ": put it there again, and retry"));
    }

    /** One server surely did not take it. */
    private static final class UntakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ProviderException why;

        UntakenException(ProviderException why) {
            super(why);
            this.why = why;
        }

        /** What to tell when nobody takes it: a refusal rather than that somebody cannot be reached. */
        ProviderException more(@Nullable ProviderException before) {
            return before == null || before.error().code() == ErrorCode.PROVIDER_UNAVAILABLE ? why : before;
        }
    }
}
