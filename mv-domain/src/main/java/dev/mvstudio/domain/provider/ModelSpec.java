package dev.mvstudio.domain.provider;

import dev.mvstudio.domain.cost.Price;
import org.jspecify.annotations.Nullable;

/**
 * A model as the configuration describes it.
 *
 * @param inputs what it calls what it is given; only adapters whose models differ in that look at it
 * @param call which of several ways of asking is its own: a word of the provider's adapter, for adapters whose models
 *     differ in that; null for the usual one
 * @param weightedPrompts whether it understands weights in prompts: {@code (red cloak:1.2)}
 */
public record ModelSpec(
        Model model,
        Capabilities capabilities,
        Price price,
        Inputs inputs,
        @Nullable String call,
        boolean weightedPrompts) {
    /** One that takes prompts as they are. */
    public ModelSpec(Model model, Capabilities capabilities, Price price, Inputs inputs, @Nullable String call) {
        this(model, capabilities, price, inputs, call, false);
    }

    /** One that is asked in the usual way. */
    public ModelSpec(Model model, Capabilities capabilities, Price price, Inputs inputs) {
        this(model, capabilities, price, inputs, null);
    }

    /** One that calls everything as we do. */
    public ModelSpec(Model model, Capabilities capabilities, Price price) {
        this(model, capabilities, price, Inputs.OWN);
    }
}
