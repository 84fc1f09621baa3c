package dev.mvstudio.domain.asset;

import java.nio.file.Path;

/** A private file to write an asset into before it is published. Closing it discards whatever was not published. */
public interface Draft extends AutoCloseable {
    /** The file to write; it does not exist before somebody writes it. Its extension is that of the asked format, if any. */
    Path file();

    @Override
    void close();
}
