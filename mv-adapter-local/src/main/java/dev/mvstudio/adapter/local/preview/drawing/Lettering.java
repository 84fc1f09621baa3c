package dev.mvstudio.adapter.local.preview.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Text as outlines, from a typeface on the class path. Letters that it has not are hollow boxes; what is written from
 * right to left stays in the order of its characters.
 */
public final class Lettering {
    private static final String TYPEFACE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final double BOX_WIDTH = 0.62;
    private static final Map<Integer, Glyph> GLYPHS = new ConcurrentHashMap<>();

    private record Glyph(Shape outline, double advance) {}

    private Lettering() {}

    /** The outline of one line; its base line begins at the given point. */
    public static Path2D line(String text, double size, double x, double y) {
        Path2D line = new Path2D.Double();
        double at = x;
        for (int code : text.codePoints().toArray()) {
            Glyph glyph = glyph(code);
            AffineTransform place = new AffineTransform(size, 0, 0, -size, at, y);
            line.append(glyph.outline().getPathIterator(place), false);
            at += glyph.advance() * size;
        }
        return line;
    }

    /** The same with space between the letters, in shares of the size. */
    public static Path2D spaced(String text, double size, double x, double y, double space) {
        Path2D line = new Path2D.Double();
        double at = x;
        for (int code : text.codePoints().toArray()) {
            String letter = Character.toString(code);
            line.append(line(letter, size, at, y), false);
            at += width(letter, size) + space * size;
        }
        return line;
    }

    /** How wide a line is. */
    public static double width(String text, double size) {
        return text.codePoints().mapToDouble(code -> glyph(code).advance()).sum() * size;
    }

    private static Glyph glyph(int code) {
        return GLYPHS.computeIfAbsent(code, Lettering::load);
    }

    private static Glyph load(int code) {
        if (isInvisible(code)) {
            return new Glyph(new Path2D.Double(), 0);
        }
        try {
            return Typeface.IT.glyph(code);
        } catch (IOException e) {
            throw new UncheckedIOException("reading a letter of the typeface", e);
        }
    }

    private static boolean isInvisible(int code) {
        int type = Character.getType(code);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || (type == Character.NON_SPACING_MARK && code >= 0xfe00)
                || type == Character.SURROGATE;
    }

    private static Glyph box() {
        Path2D box = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        box.append(new Rectangle2D.Double(0.06, 0, BOX_WIDTH - 0.12, 0.7), false);
        box.append(new Rectangle2D.Double(0.11, 0.05, BOX_WIDTH - 0.22, 0.6), false);
        return new Glyph(reversedInside(box), BOX_WIDTH);
    }

    /** A line is filled by the non-zero rule, so the hole has to run the other way round. */
    private static Shape reversedInside(Path2D box) {
        return new java.awt.geom.Area(box);
    }

    /** Loaded when the first letter is drawn. */
    private static final class Typeface {
        static final Typeface IT = new Typeface();

        private final TrueTypeFont font;
        private final CmapLookup characters;
        private final double unitsPerEm;

        private Typeface() {
            try (InputStream in = Objects.requireNonNull(Lettering.class.getResourceAsStream(TYPEFACE))) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(in));
                characters = font.getUnicodeCmapLookup();
                unitsPerEm = font.getUnitsPerEm();
            } catch (IOException e) {
                throw new UncheckedIOException("reading the typeface", e);
            }
        }

        synchronized Glyph glyph(int code) throws IOException {
            int id = characters.getGlyphId(code);
            if (id == 0) {
                return box();
            }
            GlyphData data = font.getGlyph().getGlyph(id);
            Path2D outline = new Path2D.Double();
            if (data != null) {
                AffineTransform scale = AffineTransform.getScaleInstance(1 / unitsPerEm, 1 / unitsPerEm);
                outline.append(data.getPath().getPathIterator(scale), false);
            }
            return new Glyph(outline, font.getAdvanceWidth(id) / unitsPerEm);
        }
    }
}
