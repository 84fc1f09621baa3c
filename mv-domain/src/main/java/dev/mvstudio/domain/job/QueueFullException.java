package dev.mvstudio.domain.job;

import dev.mvstudio.domain.provider.Lane;

/** The lane has as many waiting jobs as it may have. Nothing was kept. */
public final class QueueFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Lane lane;

    public QueueFullException(Lane lane) {
        super(lane.maxQueued() + " jobs are waiting for " + lane.name() + " already");
        this.lane = lane;
    }

    public Lane lane() {
        return lane;
    }
}
