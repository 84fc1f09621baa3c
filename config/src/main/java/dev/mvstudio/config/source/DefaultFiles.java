package dev.mvstudio.config.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The folder of defaults on the class path, in a jar or not. */
record DefaultFiles(Path root, @Nullable FileSystem jar) implements AutoCloseable {
    private static final String ONE_OF_THEM = "/mvstudio/defaults/settings.yaml";

    static DefaultFiles open() {
        URL url = Objects.requireNonNull(DefaultFiles.class.getResource(ONE_OF_THEM), ONE_OF_THEM);
        try {
            if (url.openConnection() instanceof JarURLConnection inJar) {
                FileSystem jar =
                        FileSystems.newFileSystem(Path.of(inJar.getJarFileURL().toURI()));
                return new DefaultFiles(folder(jar.getPath(ONE_OF_THEM)), jar);
            }
            return new DefaultFiles(folder(Path.of(url.toURI())), null);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the defaults of the configuration from " + url, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("reading the defaults of the configuration from " + url, e);
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    @Override
    public void close() {
        try {
            if (jar != null) {
                jar.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
