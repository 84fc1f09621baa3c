package dev.mvstudio.web;

/** How far this server is with being stopped. */
public final class Stopping {
    private volatile boolean begun;
    private volatile boolean urgent;

    void begin() {
        begun = true;
    }

    void hurry() {
        urgent = true;
    }

    /** Whether nothing that has no end of its own shall go on. */
    public boolean hasBegun() {
        return begun;
    }

    /** Whether nobody shall wait for anything any more. */
    public boolean isUrgent() {
        return urgent;
    }
}
