package dev.mvstudio.adapter.local.preview.drawing;

import java.awt.Color;

/** Arithmetic with colours. */
public final class Colours {
    private Colours() {}

    /** {@code 0xRRGGBB}. */
    public static Color rgb(int hex) {
        return new Color(hex);
    }

    /** 0 gives the first one, 1 the second one. */
    public static Color mix(Color a, Color b, double share) {
        return new Color(
                between(a.getRed(), b.getRed(), share),
                between(a.getGreen(), b.getGreen(), share),
                between(a.getBlue(), b.getBlue(), share),
                between(a.getAlpha(), b.getAlpha(), share));
    }

    public static Color darker(Color c, double share) {
        return mix(c, new Color(12, 12, 22, c.getAlpha()), share);
    }

    public static Color lighter(Color c, double share) {
        return mix(c, new Color(255, 252, 245, c.getAlpha()), share);
    }

    /** 0 is transparent, 1 opaque. */
    public static Color alpha(Color c, double opacity) {
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), (int) Math.round(255 * clamp(opacity)));
    }

    /** Hue 0–1 around the circle, saturation and brightness 0–1. */
    public static Color hsb(double hue, double saturation, double brightness) {
        return Color.getHSBColor((float) hue, (float) clamp(saturation), (float) clamp(brightness));
    }

    /** The same colour with its hue turned; 0.5 is the opposite one. */
    public static Color turned(Color c, double turn) {
        float[] hsb = Color.RGBtoHSB(c.getRed(), c.getGreen(), c.getBlue(), null);
        return hsb(hsb[0] + turn, hsb[1], hsb[2]);
    }

    /** The same hue with another saturation and brightness; grey stays grey. */
    public static Color toned(Color c, double saturation, double brightness) {
        float[] hsb = Color.RGBtoHSB(c.getRed(), c.getGreen(), c.getBlue(), null);
        return hsb(hsb[0], Math.min(saturation, hsb[1] * 2), brightness);
    }

    /** How bright it looks, 0–1. */
    public static double luma(Color c) {
        return (0.2126 * c.getRed() + 0.7152 * c.getGreen() + 0.0722 * c.getBlue()) / 255;
    }

    public static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private static int between(int a, int b, double share) {
        return (int) Math.round(a + (b - a) * clamp(share));
    }
}
