package dev.mvstudio.adapter.comfyui.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.FrameSize;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A graph, and where a request goes in it.
 *
 * @param slots the inputs that take a thing; several take the same
 * @param output the node that saves what was made
 * @param sizeStep width and height that follow from a shape are multiples of it
 * @param lengthStep clips have a multiple of it, and one, frames
 */
public record Recipe(Graph graph, Map<Slot, List<Input>> slots, String output, int sizeStep, int lengthStep) {
    public Recipe {
        slots = Collections.unmodifiableMap(slots.isEmpty() ? Map.of() : new EnumMap<>(slots));
    }

    public boolean has(Slot slot) {
        return !inputs(slot).isEmpty();
    }

    /** What takes a thing; none where the graph has no place for it. */
    public List<Input> inputs(Slot slot) {
        return slots.getOrDefault(slot, List.of());
    }

    /** The graph with these values in its slots. */
    public Map<String, Object> filled(Map<Slot, Object> values) {
        Map<Input, Object> inputs = new HashMap<>();
        values.forEach((slot, value) -> inputs(slot).forEach(input -> inputs.put(input, value)));
        return graph.filled(inputs);
    }

    /** The size in the graph; empty when it has no slots for it. */
    public Optional<FrameSize> ownSize() {
        int width = (int) number(Slot.WIDTH, 0);
        int height = (int) number(Slot.HEIGHT, 0);
        return width > 0 && height > 0 ? Optional.of(new FrameSize(width, height)) : Optional.empty();
    }

    /** A size of this shape with about as many pixels as the graph's own. */
    public Optional<FrameSize> sizeOf(AspectRatio ratio) {
        return ownSize().map(own -> {
            double height = Math.sqrt((double) own.pixels() * ratio.height() / ratio.width());
            double width = height * ratio.width() / ratio.height();
            return new FrameSize(nearest(width), nearest(height));
        });
    }

    private int nearest(double pixels) {
        return (int) Math.max(1, Math.round(pixels / sizeStep)) * sizeStep;
    }

    /** The largest size within this one that the steps allow. */
    public FrameSize within(FrameSize size) {
        return new FrameSize(below(size.width()), below(size.height()));
    }

    private int below(int pixels) {
        return Math.max(1, pixels / sizeStep) * sizeStep;
    }

    /** How many frames a clip of this length has. */
    public int frames(long seconds) {
        int frames = (int) Math.floor(seconds * number(Slot.FPS, 24));
        return Math.max(1, frames / lengthStep) * lengthStep + 1;
    }

    private double number(Slot slot, double otherwise) {
        JsonNode value = has(slot) ? graph.value(inputs(slot).get(0)) : null;
        return value == null || !value.isNumber() ? otherwise : value.asDouble();
    }
}
