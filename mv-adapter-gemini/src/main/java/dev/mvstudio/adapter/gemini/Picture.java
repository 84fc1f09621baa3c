package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.asset.ImageFormat;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * A picture that came from Google, in the format that its bytes speak of, whatever it was called.
 *
 * @param bytes of the whole file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Picture(byte[] bytes, ImageFormat format) {
    private static final float JPEG_QUALITY = 0.95f;

    /** Larger than any that Google makes; more would fill the memory. */
    private static final long MOST_PIXELS = 100_000_000;

    /** Empty when the bytes are no picture. */
    static Optional<Picture> of(byte[] bytes) {
        if (startsWith(bytes, 0, 0x89, 'P', 'N', 'G')) {
            return Optional.of(new Picture(bytes, ImageFormat.PNG));
        }
        if (startsWith(bytes, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of(new Picture(bytes, ImageFormat.JPEG));
        }
        return startsWith(bytes, 0, 'R', 'I', 'F', 'F') && startsWith(bytes, 8, 'W', 'E', 'B', 'P')
                ? Optional.of(new Picture(bytes, ImageFormat.WEBP))
                : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int offset, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (bytes.length <= offset + i || (bytes[offset + i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The same in another format; itself when it is in that already.
     *
     * @param wanted PNG or JPEG
     * @throws IOException when it cannot be read, or not be written
     */
    Picture as(ImageFormat wanted) throws IOException {
        if (wanted == format) {
            return this;
        }
        BufferedImage image = decoded();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (wanted) {
            case PNG -> ImageIO.write(image, "png", out);
            case JPEG -> jpeg(image, out);
            case WEBP -> throw new IOException("nothing here writes WebP");
        }
        return new Picture(out.toByteArray(), wanted);
    }

    private BufferedImage decoded() throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("nothing here reads " + format.word());
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new IOException("it has too many pixels");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    /** JPEG knows no transparency: what is behind is white. */
    private static void jpeg(BufferedImage image, ByteArrayOutputStream target) throws IOException {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = opaque.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(target)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(JPEG_QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(opaque, null, null), quality);
        } finally {
            writer.dispose();
        }
    }
}
