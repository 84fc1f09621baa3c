package dev.mvstudio.adapter.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.wire.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Asks how far prompts are, and stops them. */
final class Prompts {
    private static final int MOST_REMEMBERED = 10_000;

    private final Refusals refusals;
    private final Pool pool;
    private final Progress progress;
    private final Outcomes outcomes;
    private final Missing missing;

    /** What was canceled while it waited leaves nothing behind. */
    private final Set<String> canceled = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }));

    Prompts(Refusals refusals, Pool pool, Progress progress, Outcomes outcomes, LongSupplier nanoTime) {
        this.refusals = refusals;
        this.pool = pool;
        this.progress = progress;
        this.outcomes = outcomes;
        this.missing = new Missing(nanoTime);
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
        String id = TicketId.prompt(key);
        List<String> unasked = new ArrayList<>();
        for (Server server : pool.all()) {
            Ticket ticket = order.ticket(refusals.backend(), server, id);
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
}
