package dev.mvstudio.adapter.local.asset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures that are hard to come by. */
final class Pictures {
    private Pictures() {}

    /** Whole as far as its parts go, but its content is a few bytes. */
    static byte[] pngHeader(long width, long height) throws IOException {
        return png(width, height, new byte[] {1, 2, 3});
    }

    /** Eight bits of grey a pixel, all 0: a few kilobytes. */
    static byte[] black(int width, int height) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(1))) {
            byte[] row = new byte[width + 1];
            for (int y = 0; y < height; y++) {
                out.write(row);
            }
        }
        return png(width, height, packed.toByteArray());
    }

    /** With this as its only content. */
    static byte[] png(long width, long height, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504e470d0a1a0aL);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt((int) width);
        fields.writeInt((int) height);
        fields.write(new byte[] {8, 0, 0, 0, 0});
        part(out, "IHDR", header.toByteArray());
        part(out, "IDAT", content);
        part(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void part(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) crc.getValue());
    }

    static byte[] progressiveJpeg(int width, int height) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            writer.write(null, new IIOImage(grey, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A small JPEG whose header says another size. */
    static byte[] jpegHeader(int width, int height) throws IOException {
        byte[] jpeg = progressiveJpeg(8, 8);
        for (int i = 2; i < jpeg.length - 9; i++) {
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc2) {
                byte[] lying = Arrays.copyOf(jpeg, jpeg.length);
                lying[i + 5] = (byte) (height >> 8);
                lying[i + 6] = (byte) height;
                lying[i + 7] = (byte) (width >> 8);
                lying[i + 8] = (byte) width;
                return lying;
            }
        }
        throw new IOException("no header");
    }
}
