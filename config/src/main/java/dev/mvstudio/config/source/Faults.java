package dev.mvstudio.config.source;

import dev.mvstudio.application.BrokenConfigurationException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that all of it is told at once. The same fault is kept once. */
public final class Faults {
    private final Set<String> all = new LinkedHashSet<>();

    public void add(Place place, String what) {
        all.add(place + ": " + what);
    }

    /**
     * A fault of one value.
     *
     * @param path the keys that lead to it, joined by dots; empty for the whole file
     */
    public void add(Place place, String path, String what) {
        add(place, path.isEmpty() ? what : path + ": " + what);
    }

    public List<String> found() {
        return List.copyOf(all);
    }

    /** Throws what was collected. */
    public void check() {
        if (!all.isEmpty()) {
            throw new BrokenConfigurationException(found());
        }
    }
}
