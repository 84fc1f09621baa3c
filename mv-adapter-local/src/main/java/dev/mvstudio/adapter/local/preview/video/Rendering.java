package dev.mvstudio.adapter.local.preview.video;

import org.jspecify.annotations.Nullable;

/** One clip in the making. Watched by the one who makes it, asked and stopped by others. */
final class Rendering implements ClipRenderer.Watch {
    private final String key;
    private volatile boolean begun;
    private volatile double made;
    private boolean stopped;
    private @Nullable Runnable end;

    Rendering(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    void begin() {
        begun = true;
    }

    boolean begun() {
        return begun;
    }

    /** 0.0–1.0. */
    double made() {
        return made;
    }

    @Override
    public void progress(double share) {
        made = share;
    }

    @Override
    public void onStop(Runnable whatToEnd) {
        synchronized (this) {
            end = whatToEnd;
            if (!stopped) {
                return;
            }
        }
        whatToEnd.run();
    }

    @Override
    public synchronized boolean stopped() {
        return stopped;
    }

    void stop() {
        Runnable running;
        synchronized (this) {
            stopped = true;
            running = end;
        }
        if (running != null) {
            running.run();
        }
    }
}
