package dev.mvstudio.adapter.local.preview.video;

/**
 * One channel of a picture.
 *
 * @param width in samples
 * @param height in samples
 * @param samples unsigned, row by row
 */
record Plane(int width, int height, byte[] samples) {
    Plane(int width, int height) {
        this(width, height, new byte[width * height]);
    }

    int at(int x, int y) {
        return samples[y * width + x] & 0xff;
    }
}
