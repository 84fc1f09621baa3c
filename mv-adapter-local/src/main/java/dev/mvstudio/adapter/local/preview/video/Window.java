package dev.mvstudio.adapter.local.preview.video;

/**
 * The part of a picture that is seen in one frame.
 *
 * @param x its left edge, in pixels of the picture
 * @param y its upper edge
 * @param step how many pixels of the picture one pixel of the frame is
 */
record Window(double x, double y, double step) {
    Window halved() {
        return new Window(x / 2, y / 2, step);
    }
}
