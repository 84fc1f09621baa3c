package dev.mvstudio.domain.prompt;

/**
 * How much each field of a character counts, 0–2; 1 is as much as anything else in a prompt.
 *
 * @param baseTraits of {@link CharacterTraits#baseTraits}
 * @param facialFeatures of {@link CharacterTraits#facialFeatures}
 * @param clothing of {@link CharacterTraits#clothing}
 * @param distinctiveFeatures of {@link CharacterTraits#distinctiveFeatures}
 */
public record TraitWeights(double baseTraits, double facialFeatures, double clothing, double distinctiveFeatures) {
    /** For models that know no weights. */
    public static final TraitWeights NONE = new TraitWeights(1, 1, 1, 1);
}
