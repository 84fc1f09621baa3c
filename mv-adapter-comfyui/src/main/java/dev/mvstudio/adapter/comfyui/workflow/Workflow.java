package dev.mvstudio.adapter.comfyui.workflow;

import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model of the configuration names by its {@code call}.
 *
 * @param recipes one for each thing that it makes something of
 */
public record Workflow(String name, Map<Variant, Recipe> recipes) {
    private static final Map<Parameter, Slot> SLOTS = Map.of(
            Parameter.SEED, Slot.SEED,
            Parameter.NEGATIVE_PROMPT, Slot.NEGATIVE_PROMPT,
            Parameter.SAMPLER, Slot.SAMPLER,
            Parameter.STEPS, Slot.STEPS,
            Parameter.CFG_SCALE, Slot.CFG_SCALE,
            Parameter.NUM_IMAGES, Slot.NUM_IMAGES);

    public Workflow {
        recipes = Collections.unmodifiableMap(recipes.isEmpty() ? Map.of() : new EnumMap<>(recipes));
    }

    public Optional<Recipe> recipe(Variant variant) {
        return Optional.ofNullable(recipes.get(variant));
    }

    /** What a model is said to do that its workflow has no place for. */
    public List<String> lacks(Kind kind, Capabilities can) {
        List<String> lacks = new ArrayList<>();
        if (can.references().any() && !recipes.containsKey(Variant.REFERENCE)) {
            lacks.add("a variant reference, for its reference images");
        }
        if (can.honours(Parameter.LAST_FRAME) && !recipes.containsKey(Variant.LAST_FRAME)) {
            lacks.add("a variant last_frame");
        }
        recipes.forEach((variant, recipe) -> needed(kind, can).stream()
                .filter(slot -> !recipe.has(slot))
                .forEach(slot -> lacks.add("a slot " + slot.word() + " in " + variant.word())));
        return lacks;
    }

    private static List<Slot> needed(Kind kind, Capabilities can) {
        List<Slot> needed = new ArrayList<>();
        SLOTS.forEach((parameter, slot) -> {
            if (can.honours(parameter)) {
                needed.add(slot);
            }
        });
        if (can.aspectRatios().size() > 1 || can.resolutions().size() > 1) {
            needed.addAll(List.of(Slot.WIDTH, Slot.HEIGHT));
        }
        if (kind == Kind.VIDEO && can.durations().seconds().size() > 1) {
            needed.addAll(List.of(Slot.LENGTH, Slot.FPS));
        }
        Collections.sort(needed);
        return needed;
    }
}
