package dev.mvstudio.testkit.comfyui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What nodes computed, by their signatures; only what the latest prompt could use is kept. */
final class Cache {
    private final Map<String, ObjectNode> results = new HashMap<>();

    synchronized void keepOnly(Set<String> signatures) {
        results.keySet().retainAll(signatures);
    }

    synchronized boolean has(String signature) {
        return results.containsKey(signature);
    }

    /** The files of an output node that has been run. */
    synchronized Optional<ObjectNode> files(String signature) {
        return Optional.ofNullable(results.get(signature)).filter(files -> !files.isEmpty());
    }

    /** A node that writes no files has none to keep. */
    synchronized void put(String signature, ObjectNode files) {
        results.put(signature, files);
    }

    void put(String signature) {
        put(signature, Json.object());
    }

    synchronized void clear() {
        results.clear();
    }
}
