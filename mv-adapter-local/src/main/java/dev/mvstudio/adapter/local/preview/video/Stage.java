package dev.mvstudio.adapter.local.preview.video;

import dev.mvstudio.domain.asset.FrameSize;

/**
 * How big the painted pictures are: bigger than the frame, so that the camera has room to move.
 *
 * @param frame what is seen at once
 */
record Stage(FrameSize frame) {
    static final double ROOM = 1.22;

    int width() {
        return (int) Math.ceil(frame.width() * ROOM);
    }

    int height() {
        return (int) Math.ceil(frame.height() * ROOM);
    }

    /** What sizes are measured in: the shorter side of the frame. */
    double unit() {
        return Math.min(frame.width(), frame.height());
    }

    /** A height of the frame, 0–1 from the top, when the camera stands still. */
    double y(double share) {
        return (height() - frame.height()) / 2.0 + share * frame.height();
    }

    double x(double share) {
        return (width() - frame.width()) / 2.0 + share * frame.width();
    }
}
