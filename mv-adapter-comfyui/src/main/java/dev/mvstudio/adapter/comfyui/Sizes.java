package dev.mvstudio.adapter.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mvstudio.adapter.comfyui.workflow.Input;
import dev.mvstudio.adapter.comfyui.workflow.Limits;
import dev.mvstudio.adapter.comfyui.workflow.Slot;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.provider.ProviderException;
import java.util.HashMap;
import java.util.Map;

/** Looks at sizes that were asked for in pixels. ComfyUI checks how large they are, but rounds what its nodes cannot make. */
final class Sizes {
    private final Refusals refusals;

    Sizes(Refusals refusals) {
        this.refusals = refusals;
    }

    /**
     * Refuses a size that would not be made as it is.
     *
     * @throws ProviderException when a node of this server takes no such width or height; says which it takes
     */
    void check(Server server, Order order) {
        FrameSize size = order.size();
        if (size != null) {
            Map<String, JsonNode> known = new HashMap<>();
            check(server, order, Slot.WIDTH, size.width(), known);
            check(server, order, Slot.HEIGHT, size.height(), known);
        }
    }

    private void check(Server server, Order order, Slot slot, int pixels, Map<String, JsonNode> known) {
        for (Input input : order.recipe().inputs(slot)) {
            String type = order.recipe().graph().type(input.node());
            JsonNode said = known.computeIfAbsent(type, t -> nodeType(server, t));
            Limits.of(said, input.name(), order.recipe().sizeStep())
                    .fault(pixels)
                    .ifPresent(fault -> {
                        throw refusals.invalid("the " + slot.word() + " " + pixels + " " + fault + " (node "
                                + input.node() + ", " + type + ", of the workflow of " + order.model() + ")");
                    });
        }
    }

    /** Missing when it does not say: that it cannot be reached is told where something is submitted. */
    private static JsonNode nodeType(Server server, String type) {
        try {
            return server.nodeType(type);
        } catch (ProviderException e) {
            return MissingNode.getInstance();
        }
    }
}
