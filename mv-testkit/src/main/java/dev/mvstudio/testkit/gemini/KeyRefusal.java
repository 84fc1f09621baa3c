package dev.mvstudio.testkit.gemini;

/** How a wrong key is refused. */
public enum KeyRefusal {
    /** Status 400, with {@code API_KEY_INVALID} as the reason: what is usual. */
    INVALID_ARGUMENT,
    /** Status 401. */
    UNAUTHENTICATED,
    /** Status 403, as for keys that were reported as leaked. */
    PERMISSION_DENIED
}
