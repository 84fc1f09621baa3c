package dev.mvstudio.config.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The environment variables: those of the process, and below them those of a {@code .env} file. Never prints a value. */
public final class Variables {
    private static final String PREFIX = "MV_";

    private final Map<String, Scalar> all = new TreeMap<>();
    private final Set<String> asked = new TreeSet<>();

    /**
     * Reads both.
     *
     * @param environment the variables of the process; they win, also when they are empty
     * @param dotEnv a file that need not be there
     */
    public Variables(Map<String, String> environment, Path dotEnv, Faults faults) {
        all.putAll(DotEnv.read(dotEnv, faults));
        environment.forEach((name, value) -> all.put(name, Scalar.ofVariable(value, Place.of(name))));
    }

    /** The variable of this name; empty when it is not set, or blank. */
    public Optional<Scalar> find(String name) {
        asked.add(name);
        return Optional.ofNullable(all.get(name)).filter(v -> !v.text().isBlank());
    }

    /** A warning for each variable that looks like one of ours and that nobody asked for. */
    public List<String> warnings(Set<String> alsoKnown) {
        Set<String> known = new TreeSet<>(asked);
        known.addAll(alsoKnown);
        List<String> warnings = new ArrayList<>();
        all.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !known.contains(name)) {
                warnings.add(value.place() + " is set, but there is no such setting"
                        + Nearest.to(name, known)
                                .map(meant -> "; did you mean " + meant + "?")
                                .orElse(""));
            }
        });
        return warnings;
    }

    @Override
    public String toString() {
        return all.keySet().toString();
    }
}
