package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** The servers. One that did not answer is left out for a while. */
final class Pool {
    private static final Duration REST = Duration.ofSeconds(30);

    private final List<Server> servers;
    private final Refusals refusals;
    private final LongSupplier nanoTime;
    private final Map<Server, Long> lost = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    Pool(List<Server> servers, Refusals refusals, LongSupplier nanoTime) {
        this.servers = List.copyOf(servers);
        this.refusals = refusals;
        this.nanoTime = nanoTime;
    }

    List<Server> all() {
        return servers;
    }

    Optional<Server> named(String name) {
        return servers.stream().filter(server -> server.name().equals(name)).findFirst();
    }

    /** Leaves a server out for a while. */
    void lose(Server server) {
        lost.put(server, nanoTime.getAsLong());
    }

    private boolean rests(Server server) {
        Long since = lost.get(server);
        return since != null && nanoTime.getAsLong() - since < REST.toNanos();
    }

    /**
     * Those that answer, the least busy one first. One that is left out is asked only when no other answers.
     *
     * @throws ProviderException when none does
     */
    List<Server> byLoad() {
        List<Server> order = new ArrayList<>(servers);
        Collections.rotate(order, turn.getAndIncrement());
        List<String> why = new ArrayList<>();
        List<Server> answering =
                answering(order.stream().filter(server -> !rests(server)).toList(), why);
        if (answering.isEmpty()) {
            answering = answering(order, why);
        }
        if (answering.isEmpty()) {
            throw refusals.exception(
                    ErrorCode.PROVIDER_UNAVAILABLE,
                    String.join("; ", why.stream().distinct().sorted().toList()));
        }
        return answering;
    }

    private List<Server> answering(List<Server> asked, List<String> why) {
        Map<Server, Integer> loads = new LinkedHashMap<>();
        for (Server server : asked) {
            try {
                loads.put(server, server.remaining());
                lost.remove(server);
            } catch (ProviderException e) {
                why.add(e.error().details());
                lose(server);
            }
        }
        return loads.entrySet().stream()
                .sorted(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }
}
