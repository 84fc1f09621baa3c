package dev.mvstudio.adapter.local.preview.video;

import java.awt.image.BufferedImage;

/**
 * One of the pictures that lie one behind the other.
 *
 * @param image the rearmost one is opaque
 * @param nearness 0 for what is infinitely far and hardly moves with the camera, 1 for what moves most
 */
record Layer(BufferedImage image, double nearness) {}
