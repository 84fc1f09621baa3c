package dev.mvstudio.adapter.local.asset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body that may neither be too long nor take too long. Closing it hangs up, whatever else would come. */
final class LimitedDownload extends FilterInputStream {
    private final long maxBytes;
    private final long deadlineNanos;
    private final Runnable hangUp;
    private long read;

    LimitedDownload(InputStream in, long maxBytes, Duration longest, Runnable hangUp) {
        super(in);
        this.maxBytes = maxBytes;
        this.deadlineNanos = System.nanoTime() + longest.toNanos();
        this.hangUp = hangUp;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (System.nanoTime() - deadlineNanos > 0) {
            throw new IOException("it took too long; " + read + " bytes were read");
        }
        int n = in.read(buffer, offset, length);
        read += Math.max(0, n);
        if (read > maxBytes) {
            throw new IOException("it is larger than " + maxBytes + " bytes");
        }
        return n;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = 0;
        while (skipped < count && read() >= 0) {
            skipped++;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        hangUp.run();
    }
}
