package dev.mvstudio.wire;

import io.netty.handler.timeout.ReadTimeoutException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body that is not read for ever, and that hangs up when it is closed early. */
final class BoundedBody extends FilterInputStream {
    private final Answer answer;
    private final long most;
    private final Duration longest;
    private final long since = System.nanoTime();
    private long count;
    private boolean ended;
    private boolean closed;

    BoundedBody(InputStream in, Answer answer, long most, Duration longest) {
        super(in);
        this.answer = answer;
        this.most = most;
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("the body was closed"); // what is behind it would wait for ever
        }
        int read = length == 0 ? 0 : some(bytes, offset, length);
        if (read < 0) {
            ended = true;
            return -1;
        }
        count += read;
        if (count > most) {
            throw new TooLargeException(most);
        }
        if (System.nanoTime() - since > longest.toNanos()) {
            throw LateException.slow(count, longest);
        }
        return read;
    }

    private int some(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            throw isSilence(e)
                    ? LateException.stalled(count, e)
                    : new IOException("the connection broke after " + count + " bytes: " + e.getMessage(), e);
        }
    }

    private static boolean isSilence(Throwable e) {
        return e instanceof ReadTimeoutException || (e.getCause() != null && isSilence(e.getCause()));
    }

    @Override
    public long skip(long n) throws IOException {
        byte[] passed = new byte[(int) Math.max(1, Math.min(n, 8192))];
        return n <= 0 ? 0 : Math.max(0, read(passed, 0, (int) Math.min(n, passed.length)));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            super.close();
        } finally {
            if (ended) {
                answer.finished();
            } else {
                answer.close();
            }
        }
    }
}
