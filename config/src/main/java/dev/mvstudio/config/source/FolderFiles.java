package dev.mvstudio.config.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a folder, named relative to it with forward slashes. */
final class FolderFiles {
    private static final int DEPTH = 8;

    private FolderFiles() {}

    /** Without hidden files and folders, and without what editors leave behind. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !isLeftover(name))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isLeftover(String name) {
        return name.startsWith(".") || name.contains("/.") || name.endsWith("~");
    }

    static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String name : names(folder)) {
            texts.put(name, Files.readString(folder.resolve(name)));
        }
        return texts;
    }
}
