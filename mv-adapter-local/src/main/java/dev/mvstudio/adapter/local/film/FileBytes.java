package dev.mvstudio.adapter.local.film;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Big-endian numbers anywhere in a file, of which little is in memory. Reading beyond its end is an error. */
public final class FileBytes implements Closeable {
    private static final int WINDOW = 16 * 1024;

    private final FileChannel channel;
    private final long length;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowAt;

    private FileBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    public static FileBytes open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new FileBytes(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    public long length() {
        return length;
    }

    public int u8(long at) throws IOException {
        if (at < windowAt || at >= windowAt + window.limit()) {
            slide(at);
        }
        return window.get((int) (at - windowAt)) & 0xff;
    }

    private void slide(long at) throws IOException {
        if (at < 0 || at >= length) {
            throw new EOFException("it is cut off after " + length + " bytes");
        }
        window.clear();
        windowAt = at;
        while (window.hasRemaining() && channel.read(window, windowAt + window.position()) > 0) {
            // until the window is full or the file ends
        }
        window.flip();
    }

    public int u16(long at) throws IOException {
        return u8(at) << 8 | u8(at + 1);
    }

    public int u24(long at) throws IOException {
        return u16(at) << 8 | u8(at + 2);
    }

    public long u32(long at) throws IOException {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    public long u64(long at) throws IOException {
        return u32(at) << 32 | u32(at + 4);
    }

    /** Little-endian. */
    public long u32le(long at) throws IOException {
        return Integer.toUnsignedLong(Integer.reverseBytes((int) u32(at)));
    }

    public byte[] bytes(long at, int count) throws IOException {
        byte[] bytes = new byte[(int) Math.min(count, Math.max(0, length - at))];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) u8(at + i);
        }
        if (bytes.length < count) {
            throw new EOFException("it is cut off after " + length + " bytes");
        }
        return bytes;
    }

    /** Four characters. */
    public String fourcc(long at) throws IOException {
        return new String(bytes(at, 4), StandardCharsets.ISO_8859_1);
    }

    /** Whether these characters are there; false beyond the end. */
    public boolean has(long at, String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (at + i >= length || u8(at + i) != (wanted[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
