package dev.mvstudio.config;

import dev.mvstudio.adapter.comfyui.workflow.Graph;
import dev.mvstudio.adapter.comfyui.workflow.Input;
import dev.mvstudio.adapter.comfyui.workflow.MalformedGraphException;
import dev.mvstudio.adapter.comfyui.workflow.Recipe;
import dev.mvstudio.adapter.comfyui.workflow.Slot;
import dev.mvstudio.adapter.comfyui.workflow.Variant;
import dev.mvstudio.adapter.comfyui.workflow.Workflow;
import dev.mvstudio.config.source.Faults;
import dev.mvstudio.config.source.Form;
import dev.mvstudio.config.source.Place;
import dev.mvstudio.config.source.Section;
import dev.mvstudio.config.source.WorkflowFiles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code workflows/}: the graphs of ComfyUI, and where a request goes in them. */
final class WorkflowsYaml {
    private static final String NAME = "[a-z][a-z0-9_]{0,39}";
    private static final String OUTPUT = "output";
    private static final String GRAPH = "graph";

    private static final Form<Optional<Input>> INPUT = new Form<>(
            "a node and an input of it, such as 6.text",
            Optional.empty(),
            s -> Optional.of(s.text()).map(Input::parse).filter(Optional::isPresent));

    private final WorkflowFiles files;
    private final Faults faults;

    WorkflowsYaml(WorkflowFiles files, Faults faults) {
        this.files = files;
        this.faults = faults;
    }

    /** By name. */
    Map<String, Workflow> read() {
        Map<String, Workflow> workflows = new TreeMap<>();
        for (String name : files.names()) {
            if (!name.matches(NAME)) {
                faults.add(files.place(name), "expected a name of lower-case letters, digits and underscores");
            }
            workflows.put(name, files.section(name, faults).read(s -> workflow(name, s)));
        }
        return workflows;
    }

    private Workflow workflow(String name, Section s) {
        Map<Variant, Recipe> recipes = new EnumMap<>(Variant.class);
        for (Variant variant : Variant.values()) {
            if (s.has(variant.word())) {
                s.section(variant.word(), v -> Optional.ofNullable(recipe(variant, v)))
                        .ifPresent(recipe -> recipes.put(variant, recipe));
            }
        }
        if (s.keys().isEmpty()) {
            s.fault("", "expected at least one of text, reference, last_frame");
        }
        return new Workflow(name, recipes);
    }

    /** Null when there is no graph to speak of. */
    private @Nullable Recipe recipe(Variant variant, Section s) {
        Graph graph = graph(s.get(GRAPH, Form.text()), s);
        String output = s.get(OUTPUT, Form.anything());
        Map<Slot, List<Input>> slots = s.section("slots", slot -> slots(variant, graph, slot));
        Integer sizeStep = s.find("size_step", Form.integer(1, 256));
        Integer lengthStep = s.find("length_step", Form.integer(1, 256));
        if (graph == null) {
            return null;
        }
        if (!output.isEmpty() && !graph.ids().contains(output)) {
            s.fault(OUTPUT, "there is no node " + output + " in the graph");
        }
        return new Recipe(graph, slots, output, sizeStep == null ? 16 : sizeStep, lengthStep == null ? 1 : lengthStep);
    }

    private @Nullable Graph graph(String name, Section s) {
        if (name.isEmpty()) {
            return null;
        }
        Optional<WorkflowFiles.Text> file = files.graph(name);
        if (file.isEmpty()) {
            s.fault(GRAPH, "there is no file workflows/" + name);
            return null;
        }
        try {
            return Graph.parse(file.get().text());
        } catch (MalformedGraphException e) {
            faults.add(Place.of(file.get().shown()), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static Map<Slot, List<Input>> slots(Variant variant, @Nullable Graph graph, Section s) {
        Map<Slot, List<Input>> slots = new EnumMap<>(Slot.class);
        for (Slot slot : Slot.values()) {
            List<Input> inputs = s.some(slot.word(), INPUT).stream()
                    .flatMap(Optional::stream)
                    .toList();
            inputs.forEach(input -> {
                if (graph != null) {
                    graph.fault(input).ifPresent(fault -> s.fault(slot.word(), fault));
                }
            });
            if (!inputs.isEmpty()) {
                slots.put(slot, inputs);
            }
        }
        needed(variant).stream()
                .filter(slot -> !s.has(slot.word()))
                .forEach(slot -> s.fault("", "the slot " + slot.word() + " is missing"));
        return slots;
    }

    private static List<Slot> needed(Variant variant) {
        return switch (variant) {
            case TEXT -> List.of(Slot.PROMPT);
            case REFERENCE -> List.of(Slot.PROMPT, Slot.REFERENCE_IMAGE);
            case LAST_FRAME -> List.of(Slot.PROMPT, Slot.LAST_FRAME);
        };
    }
}
