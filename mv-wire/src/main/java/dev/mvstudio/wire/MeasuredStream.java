package dev.mvstudio.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has as many bytes as it should, or fails; remembers that it did. */
final class MeasuredStream extends FilterInputStream {
    private final long length;
    private long count;
    private volatile @Nullable UnreadableException failure;

    MeasuredStream(InputStream in, long length) {
        super(in);
        this.length = length;
    }

    Optional<UnreadableException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int size) throws IOException {
        int read;
        try {
            read = in.read(bytes, offset, size);
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
        count += Math.max(0, read);
        if (count > length || (read < 0 && count < length)) {
            throw failed("it should have " + length + " bytes, and has " + (read < 0 ? "" : "at least ") + count, null);
        }
        return read;
    }

    private UnreadableException failed(String why, @Nullable IOException cause) {
        UnreadableException what = new UnreadableException(why, cause);
        failure = what;
        return what;
    }

    @Override
    public long skip(long n) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
