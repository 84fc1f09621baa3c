package dev.mvstudio.web.job;

import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Bytes that come piece by piece, whenever there are any. Whoever reads slowly is not hurried: nothing is made in advance. */
final class EventStream extends InputStream {
    private final Supplier<byte @Nullable []> pieces;
    private final Runnable onClose;
    private byte[] piece = {};
    private int read;

    /**
     * A stream.
     *
     * @param pieces waits for the next piece; null at the end
     * @param onClose told from any thread, also while somebody waits for a piece
     */
    EventStream(Supplier<byte @Nullable []> pieces, Runnable onClose) {
        this.pieces = pieces;
        this.onClose = onClose;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        while (read == piece.length) {
            byte[] next = pieces.get();
            if (next == null) {
                return -1;
            }
            piece = next;
            read = 0;
        }
        int count = Math.min(length, piece.length - read);
        System.arraycopy(piece, read, into, offset, count);
        read += count;
        return count;
    }

    @Override
    public void close() {
        onClose.run();
    }
}
