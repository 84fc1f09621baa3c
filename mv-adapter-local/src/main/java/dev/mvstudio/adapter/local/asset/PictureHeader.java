package dev.mvstudio.adapter.local.asset;

import dev.mvstudio.adapter.local.film.FileBytes;
import java.io.EOFException;
import java.io.IOException;

/**
 * The size of a picture, by its header, after a look whether the file is whole and nothing else: no part is cut off, and
 * nothing follows.
 *
 * @param width in pixels; may be absurd
 * @param height in pixels; may be absurd
 * @param needsAll whether a decoder holds the whole picture in memory, even to make a small one
 */
record PictureHeader(long width, long height, boolean needsAll) {
    private static final int MOST_PARTS = 100_000;
    private static final String MORE = "it has something else behind the picture";

    static PictureHeader png(FileBytes file) throws IOException {
        if (!file.has(12, "IHDR")) {
            throw new IOException("it is damaged: it has no header");
        }
        long at = 8;
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            long length = file.u32(at);
            boolean end = file.has(at + 4, "IEND");
            at += 12 + length;
            if (at > file.length()) {
                throw cut(file);
            }
            if (end) {
                return alone(at == file.length(), file.u32(16), file.u32(20), false);
            }
        }
        throw new IOException("it has too many parts");
    }

    static PictureHeader jpeg(FileBytes file) throws IOException {
        long at = 2;
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            if (file.u8(at) != 0xff) {
                throw new IOException("it is damaged at byte " + at);
            }
            int marker = file.u8(at + 1);
            if (marker == 0xff) {
                at++;
            } else if (isFrame(marker)) {
                return alone(endsAsJpeg(file), file.u16(at + 7), file.u16(at + 5), (marker & 3) == 2);
            } else if (marker == 0xda || marker == 0xd9) {
                throw new IOException("it is damaged: it has no header");
            } else {
                at += 2 + Math.max(2, file.u16(at + 2));
            }
        }
        throw new IOException("it has too many parts");
    }

    /** SOF0–SOF15 without the three that are tables. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Padding is common; what is cut off does not end so. */
    private static boolean endsAsJpeg(FileBytes file) throws IOException {
        long last = file.length() - 1;
        while (last > 4 && (file.u8(last) == 0 || file.u8(last) == '\n' || file.u8(last) == '\r')) {
            last--;
        }
        if (file.u16(last - 1) != 0xffd9) {
            throw new IOException("it is cut off, or it has something else behind the picture");
        }
        return true;
    }

    static PictureHeader webp(FileBytes file) throws IOException {
        long end = 8 + file.u32le(4);
        if (end > file.length()) {
            throw cut(file);
        }
        boolean alone = file.length() - end <= 1;
        if (file.has(12, "VP8X")) {
            return alone(alone, 1 + u24le(file, 24), 1 + u24le(file, 27), true);
        }
        if (file.has(12, "VP8L")) {
            long bits = file.u32le(21);
            return alone(alone, 1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff), true);
        }
        if (file.has(12, "VP8 ")) {
            return alone(alone, file.u32le(26) & 0x3fff, file.u32le(26) >> 16 & 0x3fff, true);
        }
        throw new IOException("it is damaged: it has no header");
    }

    private static long u24le(FileBytes file, long at) throws IOException {
        return file.u8(at) | file.u8(at + 1) << 8 | (long) file.u8(at + 2) << 16;
    }

    private static PictureHeader alone(boolean alone, long width, long height, boolean needsAll) throws IOException {
        if (!alone) {
            throw new IOException(MORE);
        }
        return new PictureHeader(width, height, needsAll);
    }

    private static IOException cut(FileBytes file) {
        return new EOFException("it is cut off after " + file.length() + " bytes");
    }
}
