package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Json;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The models that there are, and those that there were. */
public final class Catalog {
    private final Map<String, ModelCard> models = new ConcurrentHashMap<>();
    private final Map<String, String> successors = new ConcurrentHashMap<>();
    private final Set<String> allowed = ConcurrentHashMap.newKeySet();
    private volatile boolean european;

    Catalog() {
        JsonNode all = Json.resource(Catalog.class, "models.json");
        all.get("models").properties().forEach(m -> models.put(m.getKey(), new ModelCard(m.getKey(), m.getValue())));
        all.get("retired")
                .properties()
                .forEach(m -> successors.put(m.getKey(), m.getValue().asText()));
    }

    /** Withdraws a model: whoever asks for it hears that there is no such thing. */
    public Catalog retire(String name) {
        return retire(name, "");
    }

    /** Withdraws a model in favour of another, which is named to whoever asks for the old one. */
    public Catalog retire(String name, String successor) {
        models.remove(name);
        successors.put(name, successor);
        return this;
    }

    /** Adds a model that takes whatever another does. */
    public Catalog add(String name, String like) {
        ModelCard pattern = Objects.requireNonNull(models.get(like), () -> "there is no " + like);
        models.put(name, new ModelCard(name, pattern.rules()));
        return this;
    }

    /** The caller is where only grown-ups may be shown: Europe, the Middle East, North Africa. */
    public Catalog inEurope(boolean yes) {
        european = yes;
        return this;
    }

    /** Lets the endpoints of Veo take a parameter that they refuse callers with a key: {@code seed}, for one. */
    public Catalog allowing(String parameter) {
        allowed.add(parameter);
        return this;
    }

    boolean isEuropean() {
        return european;
    }

    boolean allows(String parameter) {
        return allowed.contains(parameter);
    }

    /** The model, when it can do this. */
    ModelCard get(String name, String version, String method) {
        ModelCard model = models.get(name);
        if (model != null && model.can(method)) {
            return model;
        }
        String successor = successors.getOrDefault(name, "");
        throw new Refused(
                successor.isEmpty() ? Problem.noSuchModel(name, version, method) : Problem.retired(name, successor));
    }

    /** All, or the one that is named. */
    Answer show(String name, String version) {
        if (!name.isEmpty()) {
            ModelCard model = models.get(name);
            if (model == null) {
                throw new Refused(Problem.noSuchModel(name, version, "getModel"));
            }
            return Answer.json(200, model.show());
        }
        ObjectNode shown = Json.object();
        ArrayNode list = shown.putArray("models");
        new TreeMap<>(models).values().forEach(m -> list.add(m.show()));
        return Answer.json(200, shown);
    }
}
