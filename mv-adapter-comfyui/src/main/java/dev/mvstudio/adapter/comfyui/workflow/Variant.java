package dev.mvstudio.adapter.comfyui.workflow;

import java.util.Locale;

/** What a workflow makes something of. */
public enum Variant {
    /** Of words alone. */
    TEXT,
    /** Of words and a picture to resemble or to begin with. */
    REFERENCE,
    /** Of words and the picture that the clip ends with. */
    LAST_FRAME;

    /** The name used in configuration: {@code last_frame}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
