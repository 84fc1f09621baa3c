package dev.mvstudio.application.flavor;

import dev.mvstudio.application.request.Violations;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every flavor that the configuration has, {@link Flavor#DEFAULT} first. */
public final class Flavors {
    private final List<Flavor> all;

    public Flavors(List<Flavor> all) {
        this.all = List.copyOf(all);
        if (all.isEmpty() || !all.get(0).name().equals(Flavor.DEFAULT)) {
            throw new IllegalArgumentException("the first flavor is called " + Flavor.DEFAULT);
        }
    }

    public List<Flavor> all() {
        return all;
    }

    /** The named flavor; the default one when the caller names none, or (a violation) one that is not there. */
    public Flavor choose(@Nullable String name, Violations violations) {
        if (name == null) {
            return all.get(0);
        }
        return all.stream().filter(f -> f.name().equals(name)).findFirst().orElseGet(() -> {
            String known = all.stream().map(Flavor::name).collect(Collectors.joining(", "));
            violations.add("flavor", "must be one of " + known, name);
            return all.get(0);
        });
    }

    /** Who is in a film when the caller describes nobody; that of the default flavor when there is no such flavor. */
    public String defaultCharacter(@Nullable String flavor) {
        return choose(flavor, new Violations()).film().character();
    }
}
