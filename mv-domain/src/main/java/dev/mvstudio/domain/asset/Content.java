package dev.mvstudio.domain.asset;

import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a stored asset: a local file where there is one (it can be sent without copying), else a stream. */
public sealed interface Content {
    /** The bytes, wherever they are. */
    ByteSource bytes();

    /** A whole, finished file that will not change. Only to be read. */
    record LocalFile(Path path) implements Content {
        @Override
        public ByteSource bytes() {
            return () -> Files.newInputStream(path);
        }
    }

    /** Bytes from elsewhere. */
    record Remote(ByteSource bytes) implements Content {}
}
