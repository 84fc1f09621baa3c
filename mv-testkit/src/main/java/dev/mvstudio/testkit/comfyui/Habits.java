package dev.mvstudio.testkit.comfyui;

/** How the server is set up, apart from its version. */
final class Habits {
    private volatile boolean previews = true;
    private volatile int hiddenReads;

    boolean previews() {
        return previews;
    }

    void previews(boolean yes) {
        previews = yes;
    }

    int hiddenReads() {
        return hiddenReads;
    }

    void hiddenReads(int reads) {
        hiddenReads = reads;
    }
}
