package dev.mvstudio.testkit.comfyui;

import java.time.Instant;
import java.util.List;

/**
 * Files that were computed, and not taken from the cache.
 *
 * @param at when
 * @param promptId of the prompt
 * @param node that wrote them
 * @param signature what they were made of: equal for nodes that would write the same
 * @param files as {@code type/subfolder/name}, in order
 */
public record Rendered(Instant at, String promptId, String node, String signature, List<String> files) {
    public Rendered {
        files = List.copyOf(files);
    }
}
