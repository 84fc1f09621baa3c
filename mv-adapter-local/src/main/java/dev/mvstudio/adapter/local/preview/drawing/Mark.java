package dev.mvstudio.adapter.local.preview.drawing;

import java.awt.Color;
import java.awt.geom.RoundRectangle2D;

/** The small sign that says: this is a preview, not the film. */
public final class Mark {
    private static final String TEXT = "PREVIEW";
    private static final double SPACE = 0.14;

    private Mark() {}

    /** Its upper right corner is at the given point. */
    public static void draw(Canvas canvas, double right, double top, double size) {
        double width = Lettering.width(TEXT, size) + (TEXT.length() - 1) * SPACE * size + 1.8 * size;
        double height = 1.9 * size;
        double left = right - width;
        canvas.fill(new RoundRectangle2D.Double(left, top, width, height, height, height), new Color(10, 10, 20, 110));
        canvas.fill(
                Lettering.spaced(TEXT, size, left + 0.9 * size, top + 1.31 * size, SPACE),
                new Color(255, 255, 255, 215));
    }
}
