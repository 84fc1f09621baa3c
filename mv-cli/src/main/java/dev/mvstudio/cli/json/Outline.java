package dev.mvstudio.cli.json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The members of a JSON object as indented lines for people. */
public final class Outline {
    private final List<String> lines = new ArrayList<>();

    private Outline() {}

    public static List<String> of(JsonObject object) {
        Outline outline = new Outline();
        outline.members(object.members(), "");
        return outline.lines;
    }

    private void members(Map<?, ?> members, String indent) {
        members.forEach((name, value) -> add(indent + name + ":", value, indent + "  "));
    }

    private void add(String label, Object value, String indent) {
        switch (value) {
            case JsonObject object -> add(label, object.members(), indent);
            case Map<?, ?> map -> {
                lines.add(map.isEmpty() ? label + " none" : label);
                members(map, indent);
            }
            case Path path -> lines.add(label + " " + path);
            case Iterable<?> list -> {
                lines.add(list.iterator().hasNext() ? label : label + " none");
                list.forEach(item -> add(indent + "-", item, indent + "  "));
            }
            default -> text(label, Json.text(value), indent);
        }
    }

    private void text(String label, String text, String indent) {
        if (text.contains("\n")) {
            lines.add(label);
            text.lines().forEach(line -> lines.add((indent + line).stripTrailing()));
        } else {
            lines.add(label + " " + text);
        }
    }
}
