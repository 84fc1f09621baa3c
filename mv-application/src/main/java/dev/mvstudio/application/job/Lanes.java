package dev.mvstudio.application.job;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Lane;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lanes of this installation: one for each backend, and one for films, which only wait for their steps. */
public final class Lanes {
    /** The lane of jobs that consist of other jobs. */
    public static final String FILMS = "films";

    private final Map<String, Lane> byName;

    public Lanes(List<Lane> all) {
        this.byName = all.stream().collect(Collectors.toUnmodifiableMap(Lane::name, Function.identity()));
    }

    Lane of(JobKind kind, Backend backend) {
        return named(kind == JobKind.CREATE_MUSIC_VIDEO ? FILMS : backend.name());
    }

    /** Jobs may wait in a lane that was since taken out of the configuration; it is then narrow, but open. */
    Lane named(String name) {
        Lane lane = byName.get(name);
        return lane == null ? new Lane(name, 1, null, 0) : lane;
    }
}
