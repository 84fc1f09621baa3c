package dev.mvstudio.web.delivery;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream. */
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
        left--;
        return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0 && length > 0) {
            return -1;
        }
        int n = in.read(target, offset, (int) Math.min(length, left));
        left -= Math.max(0, n);
        return n;
    }
}
