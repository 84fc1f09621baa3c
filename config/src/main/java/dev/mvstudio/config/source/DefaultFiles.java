package dev.mvstudio.config.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The defaults on the class path, in a jar or in a folder. */
final class DefaultFiles {
    private static final String FOLDER = "mvstudio/defaults/";
    private static final String ONE_OF_THEM = "/" + FOLDER + "settings.yaml";

    private DefaultFiles() {}

    /** Their texts by name. */
    static Map<String, String> read() {
        URL url = Objects.requireNonNull(DefaultFiles.class.getResource(ONE_OF_THEM), ONE_OF_THEM);
        try {
            if (url.openConnection() instanceof JarURLConnection inJar) {
                return inJar(Path.of(inJar.getJarFileURL().toURI()));
            }
            return FolderFiles.read(Objects.requireNonNull(Path.of(url.toURI()).getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the defaults of the configuration from " + url, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("reading the defaults of the configuration from " + url, e);
        }
    }

    /** Without the file system for archives, which takes ten times as long to load. */
    private static Map<String, String> inJar(Path jar) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            List<JarEntry> entries = file.stream()
                    .filter(e -> !e.isDirectory() && e.getName().startsWith(FOLDER))
                    .toList();
            for (JarEntry entry : entries) {
                try (InputStream in = file.getInputStream(entry)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    texts.put(entry.getName().substring(FOLDER.length()), text);
                }
            }
        }
        return texts;
    }
}
