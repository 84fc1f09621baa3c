package dev.mvstudio.domain.provider;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Durations;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;

/**
 * How a video model takes reference images: as pictures of what the clip shall resemble, or a single one as the clip's
 * first frame.
 *
 * @param max how many pictures to resemble it takes at once, 0 for none
 * @param aspectRatios the only shapes of clips for which it takes them; empty for all
 * @param durations the only lengths of clips for which it takes them; {@link Durations#NONE} for all
 * @param firstFrame whether it takes a first frame
 */
public record References(int max, List<AspectRatio> aspectRatios, Durations durations, boolean firstFrame) {
    public static final References NONE = new References(0);

    public References {
        aspectRatios = List.copyOf(aspectRatios);
    }

    /** Pictures to resemble, for every clip. */
    public References(int max) {
        this(max, List.of(), Durations.NONE, false);
    }

    /** Whether it takes any at all. */
    public boolean any() {
        return max > 0 || firstFrame;
    }

    /** Whether such a clip resembles them; otherwise a single one becomes its first frame. */
    public boolean resembles(AspectRatio ratio, Duration length) {
        return max > 0
                && (aspectRatios.isEmpty() || aspectRatios.contains(ratio))
                && (durations.equals(Durations.NONE) || durations.allow(length));
    }

    /** For messages: the clips for which it takes pictures to resemble; empty for all. */
    public String condition() {
        StringJoiner only = new StringJoiner(" and ");
        if (!aspectRatios.isEmpty()) {
            only.add(String.join(
                    " or ", aspectRatios.stream().map(String::valueOf).toList()));
        }
        if (!durations.equals(Durations.NONE)) {
            only.add(durations.toString());
        }
        return only.toString();
    }
}
