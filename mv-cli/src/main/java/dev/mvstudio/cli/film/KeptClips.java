package dev.mvstudio.cli.film;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.shell.Members;
import dev.mvstudio.domain.asset.Asset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The clips of a film that was not finished, and how to go on with them. */
final class KeptClips {
    /** What joining shares with making, beside how it is done. */
    private static final Set<String> ALSO = Set.of("--data-dir", "--out", "--flavor");

    private final List<Asset> clips;

    KeptClips(List<GeneratedVideo> clips) {
        this.clips = clips.stream().map(GeneratedVideo::video).toList();
    }

    boolean isEmpty() {
        return clips.isEmpty();
    }

    /** For people. */
    List<String> lines(MusicVideoStudio studio, CommandSpec create) {
        List<String> lines = new ArrayList<>();
        if (clips.isEmpty()) {
            lines.add("No clip was finished.");
            return lines;
        }
        lines.add(clips.size() == 1 ? "One clip is kept:" : clips.size() + " clips are kept:");
        for (Asset clip : clips) {
            lines.add("  "
                    + Members.asset("video", clip, studio.assets(), null)
                            .members()
                            .getOrDefault("stored_file", clip.id()));
        }
        if (clips.size() > 1) {
            lines.add("This joins them:");
            lines.add("  " + joining(create));
        }
        return lines;
    }

    /** For programs. */
    List<JsonObject> members(MusicVideoStudio studio) {
        return clips.stream()
                .map(c -> Members.asset("video", c, studio.assets(), null))
                .toList();
    }

    /** The command, with all that was said about joining. */
    String joining(CommandSpec create) {
        CommandSpec merge = CommandSpec.forAnnotatedObject(new FilmOptions());
        String ids = clips.stream().map(c -> c.id().toString()).collect(Collectors.joining(" "));
        String options = create.options().stream()
                .filter(o -> ALSO.contains(o.longestName()) || merge.findOption(o.longestName()) != null)
                .filter(o -> o.getValue() != null)
                .map(o -> " " + o.longestName() + " " + quoted(String.valueOf(o.<Object>getValue())))
                .collect(Collectors.joining());
        return "mvstudio merge " + ids + options;
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
