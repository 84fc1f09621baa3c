package dev.mvstudio.web.delivery;

import io.netty.channel.DefaultFileRegion;
import io.netty.channel.FileRegion;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An open file, cut into regions that the kernel sends. It is closed with the last region, sent or not. Several regions
 * rather than one, because a connection counts as idle between the ends of writes: a slow download must not be cut.
 */
final class SharedFile {
    private static final long PIECE = 4L << 20;

    private final FileChannel channel;
    private final AtomicInteger users;

    private SharedFile(FileChannel channel, int users) {
        this.channel = channel;
        this.users = new AtomicInteger(users);
    }

    /** Opens the file; whoever gets the regions must write or release each of them. */
    static List<FileRegion> regions(FileSlice slice) throws IOException {
        int pieces = Math.toIntExact((slice.length() + PIECE - 1) / PIECE);
        SharedFile file = new SharedFile(FileChannel.open(slice.file(), StandardOpenOption.READ), pieces);
        List<FileRegion> regions = new ArrayList<>(pieces);
        long end = slice.offset() + slice.length();
        for (long start = slice.offset(); start < end; start += PIECE) {
            regions.add(file.new Piece(start, Math.min(PIECE, end - start)));
        }
        return regions;
    }

    private final class Piece extends DefaultFileRegion {
        Piece(long position, long count) {
            super(channel, position, count);
        }

        @Override
        protected void deallocate() {
            if (users.decrementAndGet() == 0) {
                super.deallocate();
            }
        }
    }
}
