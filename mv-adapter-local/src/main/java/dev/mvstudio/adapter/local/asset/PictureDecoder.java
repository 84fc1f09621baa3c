package dev.mvstudio.adapter.local.asset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;

/** Decodes a picture to a small one, row by row, to see that it can be. */
final class PictureDecoder {
    private static final int SMALL = 256;

    /** Of those that a decoder holds as a whole, larger ones are believed by their headers: 8 megapixels are 32 MB. */
    private static final long MOST_AT_ONCE = 8_000_000;

    private PictureDecoder() {}

    static void check(Path file, String format, PictureHeader header) throws IOException {
        if (header.needsAll() && header.width() * header.height() > MOST_AT_ONCE) {
            return;
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new IllegalStateException("no reader for " + format + " on the class path");
        }
        ImageReader reader = readers.next();
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            decode(reader);
        } catch (RuntimeException e) {
            throw new IOException("it is damaged", e);
        } finally {
            reader.dispose();
        }
    }

    private static void decode(ImageReader reader) throws IOException {
        Premature premature = new Premature();
        reader.addIIOReadWarningListener(premature);
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / SMALL);
        param.setSourceSubsampling(step, step, 0, 0);
        try {
            if (reader.canReadRaster()) {
                reader.readRaster(0, param);
            } else {
                reader.read(0, param);
            }
        } catch (IIOException e) {
            throw new IOException("it is damaged", e);
        }
        if (premature.said) {
            throw new IOException("it is cut off");
        }
    }

    /** Java's JPEG reader paints what is missing grey, and only mentions it. */
    private static final class Premature implements IIOReadWarningListener {
        private boolean said;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            said |= warning.contains("remature end");
        }
    }
}
