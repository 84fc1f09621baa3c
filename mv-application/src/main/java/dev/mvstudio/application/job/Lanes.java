package dev.mvstudio.application.job;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Lane;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lanes of this installation: one for each backend, and those of films and of image sequences, which only wait for their steps. */
public final class Lanes {
    /** The lane of jobs that consist of other jobs. */
    public static final String FILMS = "films";

    /** The lane of image sequences, which wait for their images. */
    public static final String SEQUENCES = "sequences";

    private final Map<String, Lane> byName;

    public Lanes(List<Lane> all) {
        this.byName = all.stream().collect(Collectors.toUnmodifiableMap(Lane::name, Function.identity()));
    }

    Lane of(JobKind kind, Backend backend) {
        return named(
                switch (kind) {
                    case CREATE_MUSIC_VIDEO -> FILMS;
                    case GENERATE_IMAGES -> SEQUENCES;
                    case CREATE_SCENES,
                            GENERATE_CHARACTER_REFERENCE,
                            GENERATE_VIDEO,
                            MERGE_VIDEOS,
                            GENERATE_IMAGE,
                            MAKE_SLIDESHOW -> backend.name();
                });
    }

    /** Jobs may wait in a lane that was since taken out of the configuration; it is then narrow, but open. */
    Lane named(String name) {
        Lane lane = byName.get(name);
        return lane == null ? new Lane(name, 1, null, 0) : lane;
    }
}
