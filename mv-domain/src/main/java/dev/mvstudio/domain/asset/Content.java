package dev.mvstudio.domain.asset;

import java.nio.file.Path;

/** The bytes of a stored asset: a local file where there is one (it can be sent without copying), else a stream. */
public sealed interface Content {
    /** A whole, finished file that will not change. Only to be read. */
    record LocalFile(Path path) implements Content {}

    /** Bytes from elsewhere. */
    record Remote(ByteSource bytes) implements Content {}
}
