package dev.mvstudio.adapter.local.preview.video;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A picture as video has it: brightness, and two colour channels of half the size (BT.709, limited range).
 *
 * @param luma brightness, times the opacity
 * @param blue one colour channel, times the opacity
 * @param red the other one, times the opacity
 * @param opacity of the brightness
 * @param colourOpacity of the colours
 */
record Yuv(Plane luma, Plane blue, Plane red, Plane opacity, Plane colourOpacity) {
    private static final int SCALE = 16;

    /** Of an opaque or premultiplied picture. A little noise keeps gentle gradients free of bands. */
    static Yuv of(BufferedImage image) {
        boolean opaque = !image.getColorModel().hasAlpha();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        int height = image.getHeight();
        Plane luma = new Plane(width, height);
        Plane opacity = new Plane(width, height);
        for (int i = 0; i < pixels.length; i++) {
            int p = opaque ? pixels[i] | 0xff000000 : pixels[i];
            opacity.samples()[i] = (byte) (p >>> 24);
            luma.samples()[i] = (byte) brightness(p, opaque ? noise(i) : 32768);
        }
        return halved(pixels, opaque, luma, opacity);
    }

    private static Yuv halved(int[] pixels, boolean opaque, Plane luma, Plane opacity) {
        int width = (luma.width() + 1) / 2;
        int height = (luma.height() + 1) / 2;
        Plane blue = new Plane(width, height);
        Plane red = new Plane(width, height);
        Plane colourOpacity = new Plane(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int p = mean(pixels, luma.width(), luma.height(), 2 * x, 2 * y) | (opaque ? 0xff000000 : 0);
                int i = y * width + x;
                int a = p >>> 24;
                int r = (p >> 16) & 0xff;
                int g = (p >> 8) & 0xff;
                int b = p & 0xff;
                int middle = 128 * 65536 / 255 * a + (opaque ? noise(i) : 32768);
                colourOpacity.samples()[i] = (byte) a;
                blue.samples()[i] = (byte) clamp((middle - 6596 * r - 22188 * g + 28784 * b) >> SCALE);
                red.samples()[i] = (byte) clamp((middle + 28784 * r - 26145 * g - 2639 * b) >> SCALE);
            }
        }
        return new Yuv(luma, blue, red, opacity, colourOpacity);
    }

    private static int brightness(int p, int rounding) {
        int black = 16 * 65536 / 255 * (p >>> 24);
        int light = 11966 * ((p >> 16) & 0xff) + 40254 * ((p >> 8) & 0xff) + 4064 * (p & 0xff);
        return clamp((black + light + rounding) >> SCALE);
    }

    /** The mean of four neighbours, channel by channel. */
    private static int mean(int[] pixels, int width, int height, int x, int y) {
        int right = Math.min(x + 1, width - 1);
        int below = Math.min(y + 1, height - 1);
        int a = pixels[y * width + x];
        int b = pixels[y * width + right];
        int c = pixels[below * width + x];
        int d = pixels[below * width + right];
        int mean = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int sum = ((a >>> shift) & 0xff) + ((b >>> shift) & 0xff) + ((c >>> shift) & 0xff) + ((d >>> shift) & 0xff);
            mean |= ((sum + 2) >> 2) << shift;
        }
        return mean;
    }

    /** 0–65535, the same for the same place. */
    private static int noise(int i) {
        int x = i * 0x9E3779B1;
        x ^= x >>> 15;
        x *= 0x85EBCA77;
        return x >>> 16;
    }

    private static int clamp(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
