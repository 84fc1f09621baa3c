package dev.mvstudio.testkit.comfyui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folders input, output and temp; they outlive the server's death. */
final class Disk {
    private static final Set<String> TYPES = Set.of("input", "output", "temp");
    private static final Pattern ANNOTATED = Pattern.compile("(.*) \\[(input|output|temp)]");

    private final Path root;

    /** A file as it is named in answers. */
    record Name(String type, String subfolder, String name) {
        @Override
        public String toString() {
            return type + "/" + (subfolder.isEmpty() ? "" : subfolder + "/") + name;
        }
    }

    Disk() {
        try {
            root = Files.createTempDirectory("fake-comfyui");
            for (String type : TYPES) {
                Files.createDirectory(root.resolve(type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("making folders for files", e);
        }
    }

    static boolean isType(String type) {
        return TYPES.contains(type);
    }

    /** The place of a file; empty when it would be outside of its folder. */
    Optional<Path> resolve(Name name) {
        Path folder = root.resolve(name.type);
        try {
            Path file = folder.resolve(name.subfolder).resolve(name.name).normalize();
            return file.startsWith(folder) && !file.equals(folder) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Where a name of a node's input points: {@code a.png}, {@code sub/a.png}, {@code a.png [temp]}. */
    Optional<Path> annotated(String text) {
        Matcher parts = ANNOTATED.matcher(text);
        Name name = parts.matches() ? new Name(parts.group(2), "", parts.group(1)) : new Name("input", "", text);
        return resolve(name).filter(Files::isRegularFile);
    }

    /** The files right in the folder of inputs, sorted. */
    List<String> inputs() {
        try (Stream<Path> files = Files.list(root.resolve("input"))) {
            return files.filter(Files::isRegularFile)
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps what is handed in. A name that is taken by other bytes gets a number.
     *
     * @return the name that it got; empty when it would be outside of its folder
     */
    synchronized Optional<String> keep(Name asked, byte[] bytes, boolean overwrite) {
        int dot = asked.name.lastIndexOf('.');
        String stem = dot < 1 ? asked.name : asked.name.substring(0, dot);
        String extension = dot < 1 ? "" : asked.name.substring(dot);
        for (int i = 0; ; i++) {
            String name = i == 0 ? asked.name : stem + " (" + i + ")" + extension;
            Optional<Path> file = resolve(new Name(asked.type, asked.subfolder, name));
            if (file.isEmpty()) {
                return Optional.empty();
            }
            boolean there = Files.exists(file.get());
            if (!there || overwrite || Arrays.equals(read(file.get()), bytes)) {
                write(file.get(), bytes);
                return Optional.of(name);
            }
        }
    }

    /** The next number of the files with this prefix in a folder. */
    synchronized int nextNumber(String type, String subfolder, String stem) {
        Path folder = root.resolve(type).resolve(subfolder);
        if (!Files.isDirectory(folder)) {
            return 1;
        }
        Pattern numbered = Pattern.compile(Pattern.quote(stem) + "_(\\d+)_.*");
        try (Stream<Path> files = Files.list(folder)) {
            return 1
                    + files.map(f -> numbered.matcher(f.getFileName().toString()))
                            .filter(Matcher::matches)
                            .mapToInt(m -> Integer.parseInt(m.group(1)))
                            .max()
                            .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("clearing " + root, e);
        }
    }
}
