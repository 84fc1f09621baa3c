package dev.mvstudio.domain.provider;

import dev.mvstudio.domain.cost.Price;

/**
 * A model as the configuration describes it.
 *
 * @param inputs what it calls what it is given; only adapters whose models differ in that look at it
 */
public record ModelSpec(Model model, Capabilities capabilities, Price price, Inputs inputs) {
    /** One that calls everything as we do. */
    public ModelSpec(Model model, Capabilities capabilities, Price price) {
        this(model, capabilities, price, Inputs.OWN);
    }
}
