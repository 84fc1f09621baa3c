package dev.mvstudio.testkit.comfyui;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** A graph that has been checked: nodes by id, whose inputs are values or links to outputs of other nodes. */
record Graph(ObjectNode nodes) {
    static boolean isLink(JsonNode input) {
        return input.isArray() && input.size() == 2;
    }

    String classOf(String node) {
        return nodes.path(node).path("class_type").asText();
    }

    JsonNode inputs(String node) {
        return nodes.path(node).path("inputs");
    }

    /** The nodes that this one needs, in the order of its inputs. */
    List<String> sources(String node) {
        return inputs(node)
                .valueStream()
                .filter(Graph::isLink)
                .map(link -> link.get(0).asText())
                .distinct()
                .toList();
    }

    List<String> ids() {
        return nodes.propertyStream().map(Map.Entry::getKey).toList();
    }

    /** These and all that they need, each after what it needs; what is done needs nothing. */
    List<String> inOrder(Collection<String> wanted, Predicate<String> done) {
        Set<String> order = new LinkedHashSet<>();
        wanted.forEach(node -> visit(node, done, order));
        return new ArrayList<>(order);
    }

    private void visit(String node, Predicate<String> done, Set<String> order) {
        if (!order.contains(node)) {
            if (!done.test(node)) {
                sources(node).forEach(source -> visit(source, done, order));
            }
            order.add(node);
        }
    }

    /**
     * What a node computes, all that it needs included: equal for nodes that compute the same.
     *
     * @param files tells what is in a file that a node reads; empty when it reads none
     */
    String signature(String node, Function<JsonNode, String> files) {
        StringBuilder text = new StringBuilder(classOf(node));
        Map<String, String> inputs = new TreeMap<>();
        for (Map.Entry<String, JsonNode> input : inputs(node).properties()) {
            JsonNode value = input.getValue();
            inputs.put(
                    input.getKey(),
                    isLink(value) ? signature(value.get(0).asText(), files) + "#" + value.get(1) : value.toString());
        }
        text.append(inputs);
        if (classOf(node).equals("LoadImage")) {
            text.append(files.apply(inputs(node).path("image")));
        }
        return sha256(text.toString());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
