package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.adapter.comfyui.workflow.Recipe;
import dev.mvstudio.adapter.comfyui.workflow.Slot;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Ticket;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a ComfyUI, whichever it will be.
 *
 * @param model whose workflow it is
 * @param recipe the graph to fill in
 * @param values by slot; no seed for one that is drawn by lot
 * @param images to be uploaded, by slot
 * @param size what was asked for in pixels; null when it follows from a shape
 * @param format {@code png}, {@code jpeg} or {@code webp} for pictures, {@code mp4} for a clip
 */
record Order(
        Model model,
        Recipe recipe,
        Map<Slot, Object> values,
        Map<Slot, ReferenceImage> images,
        @Nullable FrameSize size,
        String format) {
    /** All servers together are one account. */
    private static final String ACCOUNT = "default";

    /** The ticket of a prompt for this at a server. */
    Ticket ticket(Backend backend, Server server, String prompt) {
        TicketId id = new TicketId(prompt, recipe.output(), format, server.name());
        return new Ticket(backend, ACCOUNT, model, id.toString());
    }

    /** What is sent, but for the ids. */
    Map<String, Object> body(Map<Slot, ?> uploaded, Object seed) {
        Map<Slot, Object> all = new EnumMap<>(Slot.class);
        all.put(Slot.SEED, seed);
        all.putAll(values);
        all.putAll(uploaded);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("prompt", recipe.filled(all));
        body.put(
                "extra_data",
                Map.of("mv_studio", Map.of("model", model.name(), "output", recipe.output(), "format", format)));
        return body;
    }
}
