package dev.mvstudio.testkit.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.wire.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The models and deployments that there are. */
public final class Catalog {
    private final Map<String, ModelCard> models = new ConcurrentHashMap<>();
    private final Map<String, String> deployments = new HashMap<>();

    Catalog() {
        JsonNode all = Json.resource(Catalog.class, "models.json");
        for (String group : new String[] {"official", "community"}) {
            all.get(group).properties().forEach(m -> models.put(m.getKey(), ModelCard.of(m.getKey(), m.getValue())));
        }
        all.get("deployments")
                .properties()
                .forEach(d -> deployments.put(d.getKey(), d.getValue().asText()));
    }

    /** Withdraws a model: whoever asks for it hears that there is no such thing. */
    public void retire(String name) {
        models.remove(name);
    }

    Optional<ModelCard> find(String name) {
        return Optional.ofNullable(models.get(name));
    }

    /** The model for {@code POST /models/…/predictions}. */
    ModelCard official(String name) {
        return find(name).filter(ModelCard::isOfficial).orElseThrow(Refused::notFound);
    }

    ModelCard deployed(String deployment) {
        return Optional.ofNullable(deployments.get(deployment))
                .flatMap(this::find)
                .orElseThrow(Refused::notFound);
    }

    /**
     * The model for {@code POST /predictions}.
     *
     * @param version {@code owner/name} of an official model, {@code owner/name:version}, or a version
     */
    ModelCard version(String version) {
        int colon = version.indexOf(':');
        Optional<ModelCard> found = colon >= 0
                ? find(version.substring(0, colon)).filter(m -> m.version().equals(version.substring(colon + 1)))
                : version.contains("/")
                        ? find(version).filter(ModelCard::isOfficial)
                        : models.values().stream()
                                .filter(m -> m.version().equals(version))
                                .findFirst();
        return found.filter(m -> !version.endsWith(ModelCard.HIDDEN))
                .orElseThrow(() -> new Refused(Answer.json(422, Texts.NO_SUCH_VERSION)));
    }
}
