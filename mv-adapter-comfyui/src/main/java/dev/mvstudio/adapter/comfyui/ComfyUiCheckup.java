package dev.mvstudio.adapter.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.adapter.comfyui.workflow.NodeTypes;
import dev.mvstudio.adapter.comfyui.workflow.Recipe;
import dev.mvstudio.domain.provider.Checkup;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.ProviderException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Looks whether the servers are there, and have the nodes and models that the workflows of the configuration need. */
public final class ComfyUiCheckup implements Checkup {
    private static final Duration KEPT_WELL = Duration.ofSeconds(60);
    private static final Duration KEPT_FAULTY = Duration.ofSeconds(10);

    /** Whoever asks whether this program is ready does not wait longer than that for somebody else. */
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final ComfyUiClient client;
    private final LongSupplier nanoTime;
    private final Duration patience;
    private List<String> found = List.of();
    private long keptUntil;
    private @Nullable CompletableFuture<List<String>> asking;

    public ComfyUiCheckup(ComfyUiClient client) {
        this(client, System::nanoTime, PATIENCE);
    }

    ComfyUiCheckup(ComfyUiClient client, LongSupplier nanoTime, Duration patience) {
        this.client = client;
        this.nanoTime = nanoTime;
        this.patience = patience;
    }

    @Override
    public String subject() {
        return client.configuration().backend().name();
    }

    /** What was found last, while the servers take their time. */
    @Override
    public List<String> faults() {
        try {
            return asked().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return lastFound();
        } catch (ExecutionException e) {
            throw new IllegalStateException("looking after " + subject(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lastFound();
        }
    }

    private synchronized List<String> lastFound() {
        return found;
    }

    private synchronized CompletableFuture<List<String>> asked() {
        CompletableFuture<List<String>> current = asking;
        if (current == null || (current.isDone() && nanoTime.getAsLong() - keptUntil >= 0)) {
            current = CompletableFuture.supplyAsync(
                    this::look,
                    look -> Thread.ofVirtual().name("comfyui-checkup").start(look));
            asking = current;
        }
        return current;
    }

    private List<String> look() {
        Set<String> faults = new LinkedHashSet<>();
        client.pool().all().forEach(server -> faults.addAll(faults(server)));
        return keep(List.copyOf(faults));
    }

    private synchronized List<String> keep(List<String> faults) {
        found = faults;
        keptUntil = nanoTime.getAsLong() + (faults.isEmpty() ? KEPT_WELL : KEPT_FAULTY).toNanos();
        return faults;
    }

    private List<String> faults(Server server) {
        List<String> faults = new ArrayList<>();
        Map<String, JsonNode> types = new HashMap<>();
        try {
            recipes()
                    .forEach((where, recipe) -> new NodeTypes(types(server, recipe, types))
                            .faults(recipe)
                            .forEach(fault -> faults.add(
                                    "the ComfyUI at " + server.address() + " cannot run " + where + ": " + fault)));
        } catch (ProviderException e) {
            faults.add(e.error().details());
        }
        return faults;
    }

    /** Every graph that a model uses, by what messages call it. */
    private Map<String, Recipe> recipes() {
        Map<String, Recipe> recipes = new TreeMap<>();
        ComfyUiConfiguration configuration = client.configuration();
        for (Kind kind : Kind.values()) {
            for (ModelSpec model : configuration.settings().models(kind)) {
                configuration
                        .workflow(model)
                        .recipes()
                        .forEach((variant, recipe) -> recipes.put(
                                "the workflow " + model.call() + " of " + model.model() + " (" + variant.word() + ")",
                                recipe));
            }
        }
        return recipes;
    }

    private static Map<String, JsonNode> types(Server server, Recipe recipe, Map<String, JsonNode> known) {
        recipe.graph().ids().forEach(id -> known.computeIfAbsent(recipe.graph().type(id), server::nodeType));
        return known;
    }
}
