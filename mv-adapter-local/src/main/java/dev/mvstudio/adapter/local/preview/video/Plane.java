package dev.mvstudio.adapter.local.preview.video;

/** One channel of a picture: unsigned samples, row by row. */
final class Plane {
    private final int width;
    private final int height;
    private final byte[] samples;

    Plane(int width, int height) {
        this.width = width;
        this.height = height;
        this.samples = new byte[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Not a copy. */
    byte[] samples() {
        return samples;
    }

    int at(int x, int y) {
        return samples[y * width + x] & 0xff;
    }
}
