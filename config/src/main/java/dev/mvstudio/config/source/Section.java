package dev.mvstudio.config.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a YAML file, read key by key. What is wrong goes to the faults, and reading goes on with a stand-in, so
 * that the next fault is found as well. A key that nobody asked for is a fault.
 *
 * <p>A value is taken from the environment where variables may override it, else from the file, else from the section
 * that this one is laid over.
 */
public final class Section {
    private final Value.Mapping own;
    private final @Nullable Section below;
    private final @Nullable Overrides overrides;
    private final String path;
    private final Faults faults;
    private final Set<String> asked = new LinkedHashSet<>();

    Section(Value.Mapping own, @Nullable Section below, @Nullable Overrides overrides, String path, Faults faults) {
        this.own = own;
        this.below = below;
        this.overrides = overrides;
        this.path = path;
        this.faults = faults;
    }

    /** The same section, laid over another one that speaks where it is silent. */
    public Section over(Section other) {
        return new Section(own, other, overrides, path, faults);
    }

    /** The same section, its values overridden by variables: {@code prefix}, then the keys in capitals. */
    public Section overriddenBy(Variables variables, String prefix) {
        return new Section(own, below, new Overrides(variables, prefix), path, faults);
    }

    /** Reads the whole section. Afterwards, keys that were not asked for are faults. */
    public <T> T read(Function<Section, T> reader) {
        T read = reader.apply(this);
        own.entries().forEach((key, entry) -> {
            if (!asked.contains(key)) {
                faults.add(entry.place(), path(key), "is unknown; " + Nearest.hint(key, asked));
            }
        });
        return read;
    }

    /** A value that must be there. */
    public <T> T get(String key, Form<T> form) {
        Value value = value(key);
        if (value == null) {
            if (bottom().own.readable()) {
                faults.add(bottom().own.place(), path(key), "is missing; expected " + form.expected());
            }
            return form.standIn();
        }
        return scalar(value, path(key), form);
    }

    /** A value that may be missing, or be nothing. */
    public <T> @Nullable T find(String key, Form<T> form) {
        Value value = value(key);
        if (value == null || (value instanceof Scalar scalar && scalar.isNothing())) {
            return null;
        }
        return scalar(value, path(key), form);
    }

    /** A list, empty when it is missing. */
    public <T> List<T> list(String key, Form<T> form) {
        List<T> list = new ArrayList<>();
        items(key, "a list").forEach(item -> list.add(scalar(item, path(key), form)));
        return list;
    }

    /** One value, or a list of them; empty when it is missing. */
    public <T> List<T> some(String key, Form<T> form) {
        return value(key) instanceof Scalar ? List.of(get(key, form)) : list(key, form);
    }

    /** A list that must have something in it. */
    public <T> List<T> full(String key, Form<T> form) {
        List<T> list = list(key, form);
        if (list.isEmpty()) {
            fault(key, "expected a list of at least one, each " + form.expected());
        }
        return list;
    }

    /** A section inside this one, empty when it is missing. */
    public <T> T section(String key, Function<Section, T> reader) {
        return child(key).read(reader);
    }

    private Section child(String key) {
        asked.add(key);
        Value.Entry entry = own.entries().get(key);
        Value.Mapping mapping = entry == null ? own.without() : mapping(entry.value(), path(key));
        return new Section(
                mapping,
                below == null ? null : below.child(key),
                overrides == null ? null : overrides.child(key),
                path(key),
                faults);
    }

    /** A list of sections, empty when it is missing. */
    public <T> List<T> sections(String key, Function<Section, T> reader) {
        List<T> list = new ArrayList<>();
        for (Value item : items(key, "a list of mappings")) {
            String itemPath = path(key) + "[" + list.size() + "]";
            list.add(new Section(mapping(item, itemPath), null, null, itemPath, faults).read(reader));
        }
        return list;
    }

    /** Every key, in the order of the file. */
    public Set<String> keys() {
        return own.entries().keySet();
    }

    public boolean has(String key) {
        asked.add(key);
        return own.entries().containsKey(key);
    }

    /** A fault of a value, or, when the key is empty, of the whole section. */
    public void fault(String key, String what) {
        Value.Entry entry = own.entries().get(key);
        if (entry != null || own.readable()) {
            faults.add(entry == null ? own.place() : entry.place(), path(key), what);
        }
    }

    private @Nullable Value value(String key) {
        asked.add(key);
        Optional<Scalar> variable = overrides == null ? Optional.empty() : overrides.find(key);
        if (variable.isPresent()) {
            return variable.get();
        }
        Value.Entry entry = own.entries().get(key);
        if (entry != null) {
            return entry.value();
        }
        return below == null ? null : below.value(key);
    }

    private Section bottom() {
        return below == null ? this : below.bottom();
    }

    private <T> T scalar(Value value, String at, Form<T> form) {
        Optional<T> read = value instanceof Scalar scalar ? form.read().apply(scalar) : Optional.empty();
        return read.orElseGet(() -> expected(value, at, form.expected(), form.standIn()));
    }

    private List<Value> items(String key, String expected) {
        asked.add(key);
        Value.Entry entry = own.entries().get(key);
        if (entry == null) {
            return List.of();
        }
        return entry.value() instanceof Value.Items items
                ? items.values()
                : expected(entry.value(), path(key), expected, List.of());
    }

    /** A section whose lines are all commented out is empty. */
    private Value.Mapping mapping(Value value, String at) {
        if (value instanceof Scalar scalar && scalar.isNothing()) {
            return Value.Mapping.empty(value.place());
        }
        return value instanceof Value.Mapping mapping
                ? mapping
                : expected(value, at, "a mapping", Value.Mapping.unreadable(value.place()));
    }

    private <T> T expected(Value value, String at, String what, T standIn) {
        String path = value instanceof Scalar scalar && scalar.form() == Scalar.Form.VARIABLE ? "" : at;
        faults.add(value.place(), path, "expected " + what + ", found " + value.shown());
        return standIn;
    }

    private String path(String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }
}
