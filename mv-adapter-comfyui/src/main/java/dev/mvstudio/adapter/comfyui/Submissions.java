package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.adapter.comfyui.workflow.Slot;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.wire.Json;
import dev.mvstudio.wire.UnreadableException;
import dev.mvstudio.wire.UnsentException;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Queues prompts. Their ids follow from the keys, so that what was started can be found. */
final class Submissions {
    private final Refusals refusals;
    private final Pool pool;
    private final Progress progress;
    private final Prompts prompts;
    private final Sizes sizes;
    private final LongSupplier seeds;

    Submissions(Refusals refusals, Pool pool, Progress progress, Prompts prompts, LongSupplier seeds) {
        this.refusals = refusals;
        this.pool = pool;
        this.progress = progress;
        this.prompts = prompts;
        this.sizes = new Sizes(refusals);
        this.seeds = seeds;
    }

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
        checkSize(server, order);
        String id = TicketId.prompt(key);
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
        Ticket ticket = order.ticket(refusals.backend(), server, id);
        if (!reply.json().path("node_errors").isEmpty()) {
            // Part of the graph would run all the same.
            prompts.cancel(ticket);
            throw refusals.graph(server.address().toString(), reply.json());
        }
        return ticket;
    }

    private void checkSize(Server server, Order order) {
        try {
            sizes.check(server, order);
        } catch (ProviderException e) {
            throw untaken(null, e);
        }
    }

    private Map<Slot, String> uploaded(Server server, Order order) {
        Map<Slot, String> names = new EnumMap<>(Slot.class);
        order.images().forEach((slot, image) -> names.put(slot, uploaded(server, image)));
        return names;
    }

    private String uploaded(Server server, ReferenceImage image) {
        try {
            return server.upload(image);
        } catch (UnreadableException e) {
            throw refusals.exception(
                    ErrorCode.PROVIDER_UNAVAILABLE,
                    "the reference image " + image.asset().id() + " cannot be read: " + e.getMessage(),
                    e);
        } catch (ProviderException e) {
            throw untaken(server, e);
        }
    }

    private Server.Reply reply(Server server, Map<String, Object> body) {
        String doing = "queueing a prompt at the ComfyUI at " + server.address();
        Server.Reply reply;
        try {
            reply = server.submit(body);
        } catch (UnsentException e) {
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
