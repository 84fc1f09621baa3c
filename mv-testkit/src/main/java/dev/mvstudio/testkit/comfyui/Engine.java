package dev.mvstudio.testkit.comfyui;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a server has in memory from its start to its death: the queue, the prompt that runs, the history and the cache. */
final class Engine {
    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

    private final Parts parts;
    private final Events events;
    private final Cache cache = new Cache();
    private final Thread worker =
            Thread.ofPlatform().daemon().name("fake-comfyui").unstarted(this::work);
    private final List<Job> pending = new ArrayList<>();
    private final Map<String, ObjectNode> history = new LinkedHashMap<>();
    private final Map<String, Integer> hiddenReads = new LinkedHashMap<>();
    private @Nullable Job running;
    private @Nullable String lastClient;
    private volatile @Nullable String node;
    private volatile boolean interrupted;
    private volatile boolean dead;
    private int count;

    Engine(Parts parts) {
        this.parts = parts;
        this.events = new Events(parts.eventFaults());
    }

    void start() {
        worker.start();
    }

    Events events() {
        return events;
    }

    /** Everything is lost; nothing is written any more when this returns. */
    void die() {
        dead = true;
        synchronized (this) {
            notifyAll();
        }
        parts.pace().wake();
        try {
            worker.join(LONGEST_WRITE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isDead() {
        return dead;
    }

    /** The next number, when none is asked for. */
    synchronized int nextNumber() {
        return count++;
    }

    synchronized void submit(Job job) {
        int at = 0;
        while (at < pending.size() && pending.get(at).order() <= job.order()) {
            at++;
        }
        pending.add(at, job);
        parts.ledger().submitted(job.submitted(parts.clock().instant()), remaining());
        tellStatus();
        notifyAll();
    }

    private void work() {
        while (true) {
            Job job = next();
            if (job == null) {
                return;
            }
            ObjectNode result = new Run(parts, this, cache, job).result();
            if (dead) {
                return;
            }
            finish(job, result);
        }
    }

    private synchronized @Nullable Job next() {
        while (pending.isEmpty() && !dead) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        if (dead) {
            return null;
        }
        Job job = pending.remove(0);
        running = job;
        interrupted = false;
        lastClient = job.clientId().orElse(null);
        tellStatus();
        return job;
    }

    private void finish(Job job, ObjectNode result) {
        synchronized (this) {
            running = null;
            node = null;
            if (history.size() > MOST_REMEMBERED) {
                history.remove(history.keySet().iterator().next());
            }
            ObjectNode entry = Json.object();
            entry.set("prompt", job.show());
            entry.setAll(result);
            history.put(job.id(), entry);
            hiddenReads.put(job.id(), parts.habits().hiddenReads());
            tellStatus();
        }
        job.clientId()
                .ifPresent(client -> events.tell(
                        client, "executing", Json.object().putNull("node").put("prompt_id", job.id())));
    }

    synchronized int remaining() {
        return pending.size() + (running == null ? 0 : 1);
    }

    ObjectNode status() {
        ObjectNode status = Json.object();
        status.putObject("status").putObject("exec_info").put("queue_remaining", remaining());
        return status;
    }

    private void tellStatus() {
        events.tellAll("status", status());
    }

    /** Somebody begins to listen. */
    synchronized void join(String clientId, Channel channel) {
        List<ObjectNode> greetings = new ArrayList<>();
        greetings.add(Events.message("status", status().put("sid", clientId)));
        String at = node;
        if (clientId.equals(lastClient) && at != null) {
            greetings.add(Events.message("executing", Json.object().put("node", at)));
        }
        events.join(clientId, channel, greetings);
    }

    void at(String nodeId) {
        node = nodeId;
    }

    boolean isInterrupted() {
        return interrupted || dead;
    }

    synchronized Optional<Job> running() {
        return Optional.ofNullable(running);
    }

    synchronized List<Job> pending() {
        return List.copyOf(pending);
    }

    synchronized ObjectNode queue() {
        ObjectNode queue = Json.object();
        ArrayNode now = queue.putArray("queue_running");
        running().ifPresent(job -> now.add(job.show()));
        ArrayNode later = queue.putArray("queue_pending");
        pending.forEach(job -> later.add(job.show()));
        return queue;
    }

    /** Takes out what waits; false when nothing of it does. */
    synchronized boolean dequeue(Set<String> ids) {
        boolean any = pending.removeIf(job -> ids.contains(job.id()));
        if (any) {
            tellStatus();
        }
        return any;
    }

    synchronized void clear() {
        pending.clear();
        tellStatus();
    }

    /** Stops what runs: this prompt, or whichever when none is named. */
    boolean interrupt(Optional<String> id) {
        synchronized (this) {
            Job now = running;
            if (now == null || id.filter(one -> !one.equals(now.id())).isPresent()) {
                return false;
            }
            interrupted = true;
        }
        parts.pace().wake();
        return true;
    }

    void free() {
        cache.clear();
    }

    /** What is over, the oldest first. */
    synchronized Map<String, ObjectNode> history() {
        return new LinkedHashMap<>(history);
    }

    /** What is over and can be seen, if it is; a fake may be told to show it late. */
    synchronized Optional<ObjectNode> history(String id) {
        Integer hidden = hiddenReads.get(id);
        if (hidden != null && hidden > 0) {
            hiddenReads.put(id, hidden - 1);
            return Optional.empty();
        }
        return Optional.ofNullable(history.get(id));
    }

    synchronized void forget(List<String> ids) {
        ids.forEach(history::remove);
    }

    synchronized void forgetAll() {
        history.clear();
    }

    synchronized boolean isIdle() {
        return pending.isEmpty() && running == null;
    }
}
