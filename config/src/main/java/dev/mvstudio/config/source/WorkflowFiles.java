package dev.mvstudio.config.source;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files in {@code workflows/}: one YAML file for each workflow, and the graphs that they name. */
public final class WorkflowFiles {
    private static final String FOLDER = "workflows/";
    private static final String YAML = ".yaml";

    private final Map<String, Text> texts;

    /**
     * A file.
     *
     * @param shown what messages call it
     */
    public record Text(String shown, String text) {}

    WorkflowFiles(Map<String, Text> texts) {
        this.texts = new TreeMap<>(texts);
    }

    /** Those that were found before, by {@link #texts()}. */
    public static WorkflowFiles of(Map<String, String> texts) {
        return new WorkflowFiles(texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new Text(e.getKey(), e.getValue()))));
    }

    /** All of them, by their names below the folder of the configuration. */
    public Map<String, String> texts() {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().text()));
    }

    /** The names of the workflows. */
    public Set<String> names() {
        return texts.keySet().stream()
                .filter(name -> name.endsWith(YAML))
                .map(name -> name.substring(FOLDER.length(), name.length() - YAML.length()))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** The place of a workflow's file. */
    public Place place(String workflow) {
        return Place.of(file(workflow).shown());
    }

    /** What the YAML file of a workflow says. */
    public Section section(String workflow, Faults faults) {
        Text file = file(workflow);
        return new Section(YamlFile.read(file.shown(), file.text(), faults), null, null, "", faults);
    }

    private Text file(String workflow) {
        Text file = texts.get(FOLDER + workflow + YAML);
        if (file == null) {
            throw new IllegalArgumentException("there is no workflow " + workflow);
        }
        return file;
    }

    /** A graph; empty when there is no such file. */
    public Optional<Text> graph(String name) {
        return Optional.ofNullable(texts.get(FOLDER + name));
    }
}
