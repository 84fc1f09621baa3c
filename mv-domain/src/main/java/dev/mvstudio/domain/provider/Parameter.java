package dev.mvstudio.domain.provider;

import java.util.Locale;

/** An optional parameter that some models honour and others do not. */
public enum Parameter {
    SEED,
    NEGATIVE_PROMPT,
    ASPECT_RATIO,
    DURATION,
    RESOLUTION,
    GENERATE_AUDIO,
    REFERENCE_IMAGE,
    LAST_FRAME,
    NUM_IMAGES,
    OUTPUT_FORMAT,
    SAMPLER,
    STEPS,
    CFG_SCALE,
    SAFETY_FILTER_LEVEL,
    PERSON_GENERATION;

    /** The name used in configuration and JSON, such as {@code negative_prompt}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
