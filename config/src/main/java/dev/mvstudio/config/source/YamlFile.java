package dev.mvstudio.config.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads one YAML 1.2 file into values with places. A key that stands twice is a fault. */
final class YamlFile {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setMaxAliasesForCollections(20)
            .setAllowNonScalarKeys(true)
            .setCodePointLimit(1 << 20)
            .build();

    private final String name;
    private final String text;
    private final Faults faults;
    private final IdentityHashMap<Node, Value> known = new IdentityHashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlFile(String name, String text, Faults faults) {
        this.name = name;
        this.text = text;
        this.faults = faults;
    }

    /** The mapping that the file is; an empty one when it is broken. A file without content is an empty mapping. */
    static Value.Mapping read(String name, String text, Faults faults) {
        YamlFile file = new YamlFile(name, text, faults);
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            return root.map(file::root).orElseGet(() -> Value.Mapping.empty(new Place(name, 1, 1)));
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(file::place).orElse(Place.of(name));
            String context = e.getContext() == null || e.getContext().isEmpty() ? "" : e.getContext() + ", ";
            faults.add(place, "broken YAML: " + context + e.getProblem());
        } catch (YamlEngineException e) {
            faults.add(Place.of(name), "broken YAML: " + e.getMessage());
        } catch (StackOverflowError e) {
            faults.add(Place.of(name), "broken YAML: it is nested too deeply");
        }
        return Value.Mapping.unreadable(Place.of(name));
    }

    private Value.Mapping root(Node node) {
        Value value = value(node);
        if (value instanceof Value.Mapping mapping) {
            return mapping;
        }
        if (value instanceof Scalar scalar && scalar.isNothing()) {
            return Value.Mapping.empty(value.place());
        }
        faults.add(value.place(), "expected a mapping, found " + value.shown());
        return Value.Mapping.unreadable(value.place());
    }

    /** An alias gives the value of its anchor, which is read once, however often it is used. */
    private Value value(Node node) {
        Value before = known.get(node);
        if (before != null) {
            return before;
        }
        if (!open.add(node)) {
            faults.add(place(node), "broken YAML: an alias must not contain itself");
            return new Scalar("", Scalar.Form.NOTHING, place(node), -1);
        }
        Value value = switch (node) {
            case MappingNode mapping -> mapping(mapping);
            case SequenceNode list ->
                new Value.Items(list.getValue().stream().map(this::value).toList(), place(list));
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new YamlEngineException("unexpected " + node.getNodeType());
        };
        known.put(node, value);
        return value;
    }

    private Value.Mapping mapping(MappingNode node) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Place place = place(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(place, "expected a name before the colon");
                continue;
            }
            Value.Entry entry = new Value.Entry(place, value(tuple.getValueNode()));
            Value.Entry first = entries.putIfAbsent(key.getValue(), entry);
            if (first != null) {
                faults.add(
                        place,
                        key.getValue(),
                        "stands here a second time; the first is in line "
                                + first.place().line());
            }
        }
        return new Value.Mapping(entries, place(node), true);
    }

    private Scalar scalar(ScalarNode node) {
        Tag tag = node.getTag();
        Scalar.Form form = Scalar.Form.TEXT;
        if (tag.equals(Tag.NULL)) {
            form = Scalar.Form.NOTHING;
        } else if (tag.equals(Tag.BOOL)) {
            form = Scalar.Form.TRUTH;
        } else if (List.of(Tag.INT, Tag.FLOAT).contains(tag)) {
            form = Scalar.Form.NUMBER;
        }
        return new Scalar(node.getValue(), form, place(node), indent(node));
    }

    private int indent(ScalarNode node) {
        if (node.getScalarStyle() != ScalarStyle.LITERAL) {
            return -1;
        }
        String first =
                node.getValue().lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        List<String> lines = new ArrayList<>(text.lines().toList());
        return lines.stream()
                .skip(place(node).line())
                .filter(l -> !l.isBlank())
                .findFirst()
                .map(l -> l.length() - first.length())
                .orElse(-1);
    }

    private Place place(Node node) {
        return node.getStartMark().map(this::place).orElse(Place.of(name));
    }

    private Place place(Mark mark) {
        return new Place(name, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
