package dev.mvstudio.config.source;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The YAML files: the defaults that come along, and in their place, file by file, those of a folder. */
public final class ConfigFiles {
    private static final List<String> PROMPTS =
            List.of("prompts/scenes.yaml", "prompts/character_reference.yaml", "prompts/video_rules.yaml");
    private static final List<String> PLAIN = List.of("settings.yaml", "parameters.yaml", "backends.yaml");
    private static final List<String> OF_FLAVOR = List.of("flavor.yaml", "parameters.yaml");
    private static final Pattern FLAVOR = Pattern.compile("flavors/([^/]+)/.+");
    private static final int DEPTH = 8;

    private final Map<String, Source> sources = new TreeMap<>();
    private final Faults faults;

    /**
     * A file that was found.
     *
     * @param shown what messages call it
     */
    private record Source(String shown, Path file) {}

    private ConfigFiles(Faults faults) {
        this.faults = faults;
    }

    /** What a reader of the files does, while they can be read. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ConfigFiles files);
    }

    /**
     * Finds the files and has them read.
     *
     * @param folder whose files go first; null for none
     */
    public static <T> T read(@Nullable Path folder, Faults faults, Reader<T> reader) {
        try (DefaultFiles defaults = DefaultFiles.open()) {
            ConfigFiles files = new ConfigFiles(faults);
            files.add(defaults.root(), "config/defaults/");
            if (folder != null) {
                files.addFolder(folder);
            }
            return reader.read(files);
        }
    }

    private void addFolder(Path folder) {
        if (Files.isDirectory(folder)) {
            add(folder, folder + folder.getFileSystem().getSeparator());
        } else {
            faults.add(Place.of("MV_CONFIG_DIR"), "expected a folder, there is none at " + folder);
        }
    }

    private void add(Path root, String prefix) {
        try (Stream<Path> tree = Files.walk(root, DEPTH, java.nio.file.FileVisitOption.FOLLOW_LINKS)) {
            tree.filter(Files::isRegularFile).sorted().forEach(file -> {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (!isLeftover(name)) {
                    add(name, new Source(prefix + name, file));
                }
            });
        } catch (IOException | java.io.UncheckedIOException e) {
            faults.add(Place.of(prefix), "cannot be read: " + e.getMessage());
        }
    }

    /** Hidden files and folders, and what editors leave behind. */
    private static boolean isLeftover(String name) {
        return name.startsWith(".") || name.contains("/.") || name.endsWith("~");
    }

    private void add(String name, Source source) {
        Set<String> known = knownNames(name);
        if (known.contains(name)) {
            sources.put(name, source);
        } else {
            faults.add(Place.of(source.shown()), "is no file of the configuration; " + Nearest.hint(name, known));
        }
    }

    private static Set<String> knownNames(String name) {
        Set<String> known = new TreeSet<>();
        Matcher flavor = FLAVOR.matcher(name);
        if (flavor.matches()) {
            Stream.of(OF_FLAVOR, PROMPTS)
                    .flatMap(List::stream)
                    .forEach(n -> known.add("flavors/" + flavor.group(1) + "/" + n));
        } else {
            known.addAll(PLAIN);
            known.addAll(PROMPTS);
        }
        return known;
    }

    public boolean has(String name) {
        return sources.containsKey(name);
    }

    /** The folders of flavors, by name. */
    public Set<String> flavors() {
        return sources.keySet().stream()
                .map(FLAVOR::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a file says; nothing when it is missing or broken, which is a fault. */
    public Section section(String name) {
        return new Section(mapping(name), null, null, "", faults);
    }

    private Value.Mapping mapping(String name) {
        Source source = sources.get(name);
        if (source == null) {
            faults.add(Place.of(name), "is missing");
            return Value.Mapping.unreadable(Place.of(name));
        }
        try {
            return YamlFile.read(source.shown(), Files.readString(source.file()), faults);
        } catch (CharacterCodingException e) {
            faults.add(Place.of(source.shown()), "is not UTF-8 text");
        } catch (IOException e) {
            faults.add(Place.of(source.shown()), "cannot be read: " + e.getMessage());
        }
        return Value.Mapping.unreadable(Place.of(source.shown()));
    }
}
