package dev.mvstudio.testkit.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Small real pictures. */
public final class Pictures {
    private static final int SIDE = 256;

    private Pictures() {}

    /**
     * A picture whose shorter side is 256 pixels.
     *
     * @param format png, jpg or webp
     * @param ratio {@code 16:9} and the like; anything else is a square
     * @param colour what it is tinted with: any number
     */
    public static byte[] draw(String format, String ratio, int colour) {
        double wide = 1;
        if (ratio.matches("\\d{1,3}:\\d{1,3}")) {
            String[] sides = ratio.split(":", 2);
            wide = Double.parseDouble(sides[0]) / Math.max(1, Double.parseDouble(sides[1]));
        }
        int width = (int) Math.round(SIDE * Math.max(1, wide));
        int height = (int) Math.round(SIDE * Math.max(1, 1 / wide));
        return format.equals("webp")
                ? webp(width, height, colour)
                : painted(format.equals("png") ? "png" : "jpg", width, height, colour);
    }

    /**
     * A PNG of just this size, in pixels: rows of one colour, which fades downwards. (ImageIO takes ten times as long.)
     *
     * @param colour what it begins with: any number
     */
    public static byte[] png(int width, int height, int colour) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0}); // 8 bits, RGB, the only compression and filters, not interlaced
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(pixels, new Deflater(Deflater.BEST_SPEED))) {
            byte[] row = new byte[1 + 3 * width];
            row[0] = 1; // each pixel as its difference to the one before
            for (int y = 0; y < height; y++) {
                int light = 255 - 127 * y / height;
                for (int i = 0; i < 3; i++) {
                    row[1 + i] = (byte) ((colour >> (16 - 8 * i) & 0xFF) * light / 255);
                }
                packed.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        file.writeBytes(chunk("IHDR", header.array()));
        file.writeBytes(chunk("IDAT", pixels.toByteArray()));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    /**
     * A piece of a PNG.
     *
     * @param type four letters
     */
    public static byte[] chunk(String type, byte[] data) {
        CRC32 check = new CRC32();
        check.update(type.getBytes(US_ASCII));
        check.update(data);
        ByteBuffer chunk = ByteBuffer.allocate(data.length + 12).putInt(data.length);
        return chunk.put(type.getBytes(US_ASCII))
                .put(data)
                .putInt((int) check.getValue())
                .array();
    }

    private static byte[] painted(String format, int width, int height, int colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, new Color(colour & 0xFFFFFF), width, height, Color.DARK_GRAY));
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * One colour, lossless: each of its five codes has a single symbol, so that a pixel takes no bits at all. (ImageIO
     * writes no WebP.) The layout is that of the WebP Lossless Bitstream Specification.
     */
    private static byte[] webp(int width, int height, int colour) {
        Bits bits = new Bits();
        bits.add(width - 1, 14).add(height - 1, 14).add(0, 1).add(0, 3); // size, no alpha, version
        bits.add(0, 1).add(0, 1).add(0, 1); // no transform, no colour cache, one set of codes
        for (int shift : new int[] {8, 16, 0}) { // green, red, blue
            bits.symbol(colour >> shift & 0xFF);
        }
        bits.symbol(0xFF).symbol(0); // alpha, distance
        byte[] pixels = bits.bytes();
        int padded = pixels.length + 1 + (pixels.length + 1 & 1);
        ByteBuffer file = ByteBuffer.allocate(20 + padded).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(US_ASCII)).putInt(12 + padded).put("WEBPVP8L".getBytes(US_ASCII));
        return file.putInt(pixels.length + 1).put((byte) 0x2F).put(pixels).array();
    }

    /** Bits, the lowest first. */
    private static final class Bits {
        private final ByteArrayOutputStream whole = new ByteArrayOutputStream();
        private long pending;
        private int count;

        Bits add(int value, int width) {
            pending |= (long) value << count;
            count += width;
            while (count >= 8) {
                whole.write((int) (pending & 0xFF));
                pending >>= 8;
                count -= 8;
            }
            return this;
        }

        /** A code with this symbol only. */
        Bits symbol(int symbol) {
            return add(1, 1).add(0, 1).add(1, 1).add(symbol, 8);
        }

        byte[] bytes() {
            if (count > 0) {
                add(0, 8 - count);
            }
            return whole.toByteArray();
        }
    }
}
