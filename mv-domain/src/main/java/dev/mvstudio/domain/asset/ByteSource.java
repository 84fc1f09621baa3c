package dev.mvstudio.domain.asset;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read from the start, as often as needed. */
@FunctionalInterface
public interface ByteSource {
    InputStream open() throws IOException;

    /**
     * The same from this byte on. A source that can begin there at once does; any other is read up to there.
     *
     * @param first 0 is the first
     * @param count how many bytes are wanted from there; more may follow, but need not
     * @throws java.io.EOFException when it ends before that byte
     */
    default InputStream open(long first, long count) throws IOException {
        InputStream in = open();
        try {
            in.skipNBytes(first);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
