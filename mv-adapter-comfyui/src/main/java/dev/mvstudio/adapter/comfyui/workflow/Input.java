package dev.mvstudio.adapter.comfyui.workflow;

import java.util.Optional;

/**
 * An input of a node, written {@code 6.text}. Nodes inside of subgraphs have ids such as {@code 57:8}.
 *
 * @param node its id in the graph
 * @param name of the input
 */
public record Input(String node, String name) {
    /** Empty when the text is not of that form. */
    public static Optional<Input> parse(String text) {
        int dot = text.indexOf('.');
        return dot > 0 && dot < text.length() - 1 && !text.matches(".*\\s.*")
                ? Optional.of(new Input(text.substring(0, dot), text.substring(dot + 1)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return node + "." + name;
    }
}
