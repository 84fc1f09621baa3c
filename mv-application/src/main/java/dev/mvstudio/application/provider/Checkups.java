package dev.mvstudio.application.provider;

import dev.mvstudio.domain.provider.Checkup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the adapters find wrong with what they depend on. */
public final class Checkups {
    /** Where no adapter looks. */
    public static final Checkups NONE = new Checkups(List.of());

    private final List<Checkup> all;

    public Checkups(Collection<? extends Checkup> all) {
        this.all = List.copyOf(all);
    }

    /** What is wrong now, by subject; those with which nothing is wrong are missing. Asks others, which takes seconds. */
    public Map<String, List<String>> faults() {
        Map<String, List<String>> faults = new TreeMap<>();
        for (Checkup checkup : all) {
            List<String> found = checkup.faults();
            if (!found.isEmpty()) {
                faults.computeIfAbsent(checkup.subject(), subject -> new ArrayList<>())
                        .addAll(found);
            }
        }
        return faults;
    }
}
