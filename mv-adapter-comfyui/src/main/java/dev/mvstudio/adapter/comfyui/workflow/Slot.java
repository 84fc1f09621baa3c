package dev.mvstudio.adapter.comfyui.workflow;

import java.util.Locale;

/** What of a request goes into a graph. */
public enum Slot {
    PROMPT,
    NEGATIVE_PROMPT,
    SEED,
    WIDTH,
    HEIGHT,
    STEPS,
    CFG_SCALE,
    SAMPLER,
    NUM_IMAGES,
    /** The picture to resemble; of a clip, its first frame. */
    REFERENCE_IMAGE,
    LAST_FRAME,
    /** How many frames a clip has. */
    LENGTH,
    /** Where the graph says how many frames a second has. It is read, never filled. */
    FPS;

    /** The name used in configuration: {@code negative_prompt}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it takes a picture, which is uploaded first. */
    public boolean isImage() {
        return this == REFERENCE_IMAGE || this == LAST_FRAME;
    }
}
