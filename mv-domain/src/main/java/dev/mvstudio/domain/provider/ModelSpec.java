package dev.mvstudio.domain.provider;

import dev.mvstudio.domain.cost.Price;

/** A model as the configuration describes it. */
public record ModelSpec(Model model, Capabilities capabilities, Price price) {}
