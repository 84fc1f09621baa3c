package dev.mvstudio.web.delivery;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream, all of them: a stream that ends earlier broke. */
final class LimitedStream extends FilterInputStream {
    private long left;

    LimitedStream(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        int next = in.read();
        count(next < 0 ? -1 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0 && length > 0) {
            return -1;
        }
        int n = in.read(target, offset, (int) Math.min(length, left));
        count(n);
        return n;
    }

    private void count(int read) throws IOException {
        if (read < 0) {
            throw new EOFException(left + " bytes are missing");
        }
        left -= read;
    }
}
