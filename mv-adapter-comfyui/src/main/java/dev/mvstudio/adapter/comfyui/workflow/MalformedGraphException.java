package dev.mvstudio.adapter.comfyui.workflow;

import org.jspecify.annotations.Nullable;

/** A file is no graph that ComfyUI would run. Its message says what to do about it. */
public final class MalformedGraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedGraphException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
