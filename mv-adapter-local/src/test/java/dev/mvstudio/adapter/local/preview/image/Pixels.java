package dev.mvstudio.adapter.local.preview.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Looks at drawn cards. */
final class Pixels {
    private Pixels() {}

    static BufferedImage decoded(byte[] file) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** How much of a picture has about this colour, 0–1. */
    static double share(byte[] file, int rgb) {
        BufferedImage image = decoded(file);
        Color wanted = new Color(rgb);
        long near = 0;
        for (int y = 0; y < image.getHeight(); y += 4) {
            for (int x = 0; x < image.getWidth(); x += 4) {
                Color c = new Color(image.getRGB(x, y));
                boolean like = Math.abs(c.getRed() - wanted.getRed()) < 60
                        && Math.abs(c.getGreen() - wanted.getGreen()) < 40
                        && Math.abs(c.getBlue() - wanted.getBlue()) < 40;
                near += like ? 1 : 0;
            }
        }
        return near * 16.0 / (image.getWidth() * image.getHeight());
    }

    /** How many pixels of the caption are nearly white. */
    static long bright(BufferedImage image) {
        long bright = 0;
        for (int y = (int) (image.getHeight() * 0.82); y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                bright += (image.getRGB(x, y) & 0xff) > 200 ? 1 : 0;
            }
        }
        return bright;
    }
}
