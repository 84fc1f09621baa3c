package dev.mvstudio.config.source;

import java.io.IOException;
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
    private static final Pattern WORKFLOW = Pattern.compile("workflows/[^/]+\\.(yaml|json)");
    private static final Pattern FLAVOR = Pattern.compile("flavors/([^/]+)/.+");

    private final Map<String, Source> sources = new TreeMap<>();
    private final Faults faults;

    /**
     * A file that was found.
     *
     * @param shown what messages call it
     * @param text null when it could not be read
     */
    private record Source(String shown, @Nullable String text) {}

    /**
     * Finds the files.
     *
     * @param folder whose files go first; null for none
     */
    public ConfigFiles(@Nullable Path folder, Faults faults) {
        this.faults = faults;
        DefaultFiles.read().forEach((name, text) -> add(name, new Source("config/defaults/" + name, text)));
        if (folder != null && Files.isDirectory(folder)) {
            addFolder(folder);
        } else if (folder != null) {
            faults.add(Place.of("MV_CONFIG_DIR"), "expected a folder, there is none at " + folder);
        }
    }

    private void addFolder(Path folder) {
        try {
            for (String name : FolderFiles.names(folder)) {
                Path file = folder.resolve(name);
                add(name, new Source(file.toString(), NamedFile.text(file, file.toString(), faults)));
            }
        } catch (IOException e) {
            faults.add(Place.of(folder.toString()), "cannot be read: " + e.getMessage());
        }
    }

    private void add(String name, Source source) {
        Set<String> known = knownNames(name);
        if (known.contains(name) || WORKFLOW.matcher(name).matches()) {
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

    /** The files in {@code workflows/} that could be read. */
    public WorkflowFiles workflows() {
        Map<String, WorkflowFiles.Text> texts = new TreeMap<>();
        sources.forEach((name, source) -> {
            if (WORKFLOW.matcher(name).matches() && source.text() != null) {
                texts.put(name, new WorkflowFiles.Text(source.shown(), source.text()));
            }
        });
        return new WorkflowFiles(texts);
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
        String text = source.text();
        return text == null
                ? Value.Mapping.unreadable(Place.of(source.shown()))
                : YamlFile.read(source.shown(), text, faults);
    }
}
