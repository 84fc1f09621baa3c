package dev.mvstudio.adapter.local.preview.drawing;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A picture to draw on. Fills shapes only: text as a font would touch the fonts of the machine, which may have none. */
public final class Canvas {
    private final BufferedImage image;
    private final Graphics2D graphics;

    private Canvas(BufferedImage image) {
        this.image = image;
        this.graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    public static Canvas opaque(int width, int height) {
        return new Canvas(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    }

    public static Canvas transparent(int width, int height) {
        return new Canvas(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE));
    }

    public int width() {
        return image.getWidth();
    }

    public int height() {
        return image.getHeight();
    }

    public BufferedImage image() {
        return image;
    }

    public void fill(Shape shape, Color colour) {
        graphics.setPaint(colour);
        graphics.fill(shape);
    }

    /** From top to bottom of the shape. */
    public void fillDown(Shape shape, Color... colours) {
        Rectangle2D box = shape.getBounds2D();
        fillAlong(shape, new Point2D.Double(0, box.getMinY()), new Point2D.Double(0, box.getMaxY()), colours);
    }

    /** From left to right of the shape. */
    public void fillAcross(Shape shape, Color... colours) {
        Rectangle2D box = shape.getBounds2D();
        fillAlong(shape, new Point2D.Double(box.getMinX(), 0), new Point2D.Double(box.getMaxX(), 0), colours);
    }

    private void fillAlong(Shape shape, Point2D from, Point2D to, Color... colours) {
        if (from.distance(to) < 1e-3) {
            fill(shape, colours[0]);
            return;
        }
        float[] stops = new float[colours.length];
        for (int i = 0; i < stops.length; i++) {
            stops[i] = i / (float) (stops.length - 1);
        }
        graphics.setPaint(new LinearGradientPaint(from, to, stops, colours));
        graphics.fill(shape);
    }

    public void everywhere(Color... colours) {
        fillDown(new Rectangle2D.Double(0, 0, width(), height()), colours);
    }

    /** Light that fades away from its middle. */
    public void glow(double x, double y, double radius, Color colour) {
        float[] stops = {0f, 0.25f, 0.6f, 1f};
        double strength = colour.getAlpha() / 255.0;
        Color[] colours = {
            colour,
            Colours.alpha(colour, strength * 0.55),
            Colours.alpha(colour, strength * 0.16),
            Colours.alpha(colour, 0)
        };
        graphics.setPaint(new RadialGradientPaint(
                new Point2D.Double(x, y), (float) Math.max(1, radius), stops, colours, CycleMethod.NO_CYCLE));
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** A soft, flat cloud of light or shade. */
    public void cloud(double x, double y, double width, double height, Color colour) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.scale(1, height / width);
        glow(0, 0, width / 2, colour);
        graphics.setTransform(before);
    }

    /** Darker towards the corners. */
    public void vignette(double strength) {
        double radius = Math.hypot(width(), height()) / 2;
        float[] stops = {0f, 0.55f, 1f};
        Color edge = new Color(0, 0, 8);
        Color[] colours = {Colours.alpha(edge, 0), Colours.alpha(edge, strength * 0.18), Colours.alpha(edge, strength)};
        graphics.setPaint(new RadialGradientPaint(
                new Point2D.Double(width() / 2.0, height() / 2.0),
                (float) radius,
                stops,
                colours,
                CycleMethod.NO_CYCLE));
        graphics.fillRect(0, 0, width(), height());
    }

    /** Colours what is drawn so far; what is transparent stays so. */
    public void tint(Color colour, double share) {
        Composite before = graphics.getComposite();
        graphics.setComposite(AlphaComposite.SrcAtop);
        graphics.setPaint(Colours.alpha(colour, share));
        graphics.fillRect(0, 0, width(), height());
        graphics.setComposite(before);
    }

    /** Mixes every colour of an opaque picture with the one that its brightness has between a dark and a light one. */
    public void graded(Color dark, Color middle, Color light, double share) {
        int[] grades = new int[256];
        for (int i = 0; i < 256; i++) {
            Color grade =
                    i < 128 ? Colours.mix(dark, middle, i / 128.0) : Colours.mix(middle, light, (i - 128) / 127.0);
            grades[i] = grade.getRGB();
        }
        int part = (int) (256 * share);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            int p = pixels[i];
            int luma = (54 * ((p >> 16) & 0xff) + 183 * ((p >> 8) & 0xff) + 18 * (p & 0xff)) >> 8;
            int grade = grades[luma];
            int mixed = 0;
            for (int shift = 0; shift < 24; shift += 8) {
                int channel = (((p >> shift) & 0xff) * (256 - part) + ((grade >> shift) & 0xff) * part) >> 8;
                mixed |= channel << shift;
            }
            pixels[i] = mixed;
        }
    }

    /** Lights an opaque picture: white takes on the colour of the light, the other colours change with it. */
    public void litBy(Color light) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            int p = pixels[i];
            int red = ((p >> 16) & 0xff) * light.getRed() / 255;
            int green = ((p >> 8) & 0xff) * light.getGreen() / 255;
            int blue = (p & 0xff) * light.getBlue() / 255;
            pixels[i] = (red << 16) | (green << 8) | blue;
        }
    }

    public void clip(Shape shape) {
        graphics.setClip(shape);
    }

    public void unclip() {
        graphics.setClip(null);
    }

    /** Draws another picture over the given place, scaled. */
    public void place(BufferedImage other, Rectangle2D at) {
        AffineTransform move = AffineTransform.getTranslateInstance(at.getX(), at.getY());
        move.scale(at.getWidth() / other.getWidth(), at.getHeight() / other.getHeight());
        graphics.drawImage(other, move, null);
    }
}
