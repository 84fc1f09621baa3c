package dev.mvstudio.adapter.comfyui.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Which numbers an input takes.
 *
 * @param least the smallest
 * @param most the largest
 * @param step what numbers are multiples of; a node rounds what lies between, and ComfyUI does not say so
 */
public record Limits(long least, long most, int step) {
    /**
     * Reads what a server says of a node.
     *
     * @param nodeType of {@code /object_info}; missing where nothing is known
     * @param step where the server has none of its own, or one by one
     */
    public static Limits of(JsonNode nodeType, String input, int step) {
        JsonNode said = NodeTypes.wanted(nodeType, input).path(1);
        int own = said.path("step").asInt();
        return new Limits(said.path("min").asLong(1), said.path("max").asLong(Integer.MAX_VALUE), own > 1 ? own : step);
    }

    /** Why a number is not taken as it is, and which are; empty when it is. */
    public Optional<String> fault(int number) {
        if (number < least || number > most) {
            return Optional.of("is out of range: it is from " + least + " to " + most);
        }
        if (number % step == 0) {
            return Optional.empty();
        }
        long below = (long) number / step * step;
        String near = LongStream.of(below, below + step)
                .filter(n -> n > 0 && n >= least && n <= most)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" or "));
        return Optional.of("is no multiple of " + step + (near.isEmpty() ? "" : ": make it " + near));
    }
}
