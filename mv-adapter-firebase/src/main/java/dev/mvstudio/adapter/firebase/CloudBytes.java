package dev.mvstudio.adapter.firebase;

import com.google.cloud.ReadChannel;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageException;
import dev.mvstudio.domain.asset.ByteSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.util.function.Supplier;

/**
 * The bytes of an object, streamed. What breaks off is taken up where it broke off.
 *
 * @param size of all of them
 */
record CloudBytes(Supplier<Storage> storage, Failures failures, BlobId object, long size) implements ByteSource {
    @Override
    public InputStream open() throws IOException {
        return open(0, size);
    }

    @Override
    public InputStream open(long first, long count) throws IOException {
        if (first > size) {
            throw new EOFException("there are " + size + " bytes");
        }
        long end = Math.min(size, first + count);
        if (first == end) {
            return InputStream.nullInputStream();
        }
        String what = "reading " + object.getName();
        try {
            return failures.asking(what, () -> begin(first, end));
        } catch (UnreachableException | RefusedException e) {
            throw new IOException(what, e);
        }
    }

    private InputStream begin(long first, long end) {
        try {
            ReadChannel channel = storage.get().reader(object);
            channel.setChunkSize(0);
            channel.seek(first);
            return begun(Channels.newInputStream(channel.limit(end)));
        } catch (IOException e) {
            throw e.getCause() instanceof StorageException refusal ? refusal : new StorageException(e);
        }
    }

    /** Reads a first byte, so that whoever opens what cannot be read is told then, and not later. */
    private static InputStream begun(InputStream in) throws IOException {
        PushbackInputStream whole = new PushbackInputStream(in);
        int first = whole.read();
        if (first < 0) {
            throw new EOFException("it ended before its first byte");
        }
        whole.unread(first);
        return whole;
    }
}
