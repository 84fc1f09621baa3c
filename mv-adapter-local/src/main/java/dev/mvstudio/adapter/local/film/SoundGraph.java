package dev.mvstudio.adapter.local.film;

import dev.mvstudio.domain.film.ClipAudio;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mixes the sound of a film: the clips', one after the other, and the soundtrack. 48 kHz, stereo, as long as the film.
 *
 * @param clips heard in this order, each for its own length; empty when they are not heard
 * @param cross how long one clip fades into the next
 * @param soundtrack null when there is none
 * @param clipAudio how they go together
 * @param film how long the film is
 * @param fadeOut how much of its end fades
 */
record SoundGraph(
        List<Heard> clips,
        Duration cross,
        @Nullable Path soundtrack,
        ClipAudio clipAudio,
        Duration film,
        Duration fadeOut) {
    private static final String FORM = "aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo";

    /** A clip, and how long it is in the film. */
    record Heard(SourceClip clip, Duration length) {}

    boolean isSilent() {
        return soundtrack == null && clips.stream().allMatch(c -> c.clip().audio() == null);
    }

    /** The files, in the order in which the filter counts them. */
    List<String> inputs() {
        List<String> inputs = new ArrayList<>();
        for (Heard heard : clips) {
            if (heard.clip().audio() != null) {
                inputs.add("-vn");
                inputs.addAll(Inputs.of(heard.clip().file()));
            }
        }
        if (soundtrack != null) {
            inputs.add("-vn");
            inputs.addAll(Inputs.of(soundtrack));
        }
        return inputs;
    }

    /**
     * Ends in {@code [sound]}.
     *
     * @param firstInput the number of the first of {@link #inputs}
     */
    String filter(int firstInput) {
        StringBuilder graph = new StringBuilder();
        int input = firstInput;
        for (int i = 0; i < clips.size(); i++) {
            Heard heard = clips.get(i);
            boolean silent = heard.clip().audio() == null;
            graph.append(silent ? "anullsrc=r=48000:cl=stereo," : "[" + input++ + ":a:0]aresample=48000:async=1,")
                    .append(FORM)
                    .append(lasting(heard.length()))
                    .append("[c")
                    .append(i)
                    .append("];");
        }
        graph.append(joined());
        if (soundtrack != null) {
            graph.append('[').append(input).append(":a:0]aresample=48000,").append(FORM);
            graph.append(lasting(film)).append("[track];");
        }
        graph.append(mixed());
        if (fadeOut.isPositive()) {
            graph.append(",afade=t=out:st=").append(Seconds.exact(film.minus(fadeOut)));
            graph.append(":d=").append(Seconds.exact(fadeOut));
        }
        return graph.append("[sound]").toString();
    }

    private static String lasting(Duration length) {
        return ",apad,atrim=0:" + Seconds.exact(length) + ",asetpts=PTS-STARTPTS";
    }

    /** All clips as {@code [clips]}, as long as the film. */
    private String joined() {
        if (clips.isEmpty()) {
            return "";
        }
        StringBuilder graph = new StringBuilder();
        String before = "[c0]";
        if (cross.isZero()) {
            for (int i = 0; i < clips.size(); i++) {
                graph.append("[c").append(i).append(']');
            }
            return graph + "concat=n=" + clips.size() + ":v=0:a=1" + lasting(film) + "[clips];";
        }
        for (int i = 1; i < clips.size(); i++) {
            String after = "[x" + i + "]";
            graph.append(before).append("[c").append(i).append("]acrossfade=d=");
            graph.append(Seconds.exact(cross)).append(after).append(';');
            before = after;
        }
        return graph + before + "anull" + lasting(film) + "[clips];";
    }

    private String mixed() {
        if (soundtrack == null) {
            return "[clips]anull";
        }
        if (clips.isEmpty()) {
            return "[track]anull";
        }
        String both = "amix=inputs=2:duration=longest:normalize=0,alimiter=limit=0.98:level=disabled";
        return clipAudio == ClipAudio.DUCK
                ? "[clips]asplit[heard][key];[track][key]sidechaincompress="
                        + "threshold=0.03:ratio=8:attack=20:release=400[ducked];[heard][ducked]" + both
                : "[clips][track]" + both;
    }
}
