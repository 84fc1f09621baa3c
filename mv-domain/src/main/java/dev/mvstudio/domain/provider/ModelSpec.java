package dev.mvstudio.domain.provider;

import dev.mvstudio.domain.cost.Price;
import org.jspecify.annotations.Nullable;

/**
 * A model as the configuration describes it.
 *
 * @param inputs what it calls what it is given; only adapters whose models differ in that look at it
 * @param call which of several ways of asking is its own: a word of the provider's adapter, for adapters whose models
 *     differ in that; null for the usual one
 */
public record ModelSpec(
        Model model,
        Capabilities capabilities,
        Price price,
        Inputs inputs,
        @Nullable String call) {
    /** One that is asked in the usual way. */
    public ModelSpec(Model model, Capabilities capabilities, Price price, Inputs inputs) {
        this(model, capabilities, price, inputs, null);
    }

    /** One that calls everything as we do. */
    public ModelSpec(Model model, Capabilities capabilities, Price price) {
        this(model, capabilities, price, Inputs.OWN);
    }
}
