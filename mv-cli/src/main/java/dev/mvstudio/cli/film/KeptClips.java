package dev.mvstudio.cli.film;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.shell.Members;
import dev.mvstudio.cli.shell.NextCommand;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.job.JobId;
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

    /**
     * For people.
     *
     * @param said the command that was typed
     */
    List<String> lines(MusicVideoStudio studio, JobId film, CommandSpec said) {
        List<String> lines = new ArrayList<>();
        lines.add(
                clips.isEmpty()
                        ? "No clip was finished."
                        : clips.size() == 1 ? "One clip is kept:" : clips.size() + " clips are kept:");
        for (Asset clip : clips) {
            lines.add("  "
                    + Members.asset("video", clip, studio.assets(), null)
                            .members()
                            .getOrDefault("stored_file", clip.id()));
        }
        lines.add("This makes what is missing:");
        lines.add("  " + NextCommand.jobs("retry", film, said));
        if (canBeJoined(said)) {
            lines.add("This joins them:");
            lines.add("  " + joining(said));
        }
        return lines;
    }

    /** For programs. */
    List<JsonObject> members(MusicVideoStudio studio) {
        return clips.stream()
                .map(c -> Members.asset("video", c, studio.assets(), null))
                .toList();
    }

    /** Whether there is something to join, and it was said how. */
    boolean canBeJoined(CommandSpec said) {
        return clips.size() > 1 && said.findOption("--soundtrack") != null;
    }

    /** The command, with all that was said about joining. */
    String joining(CommandSpec create) {
        CommandSpec merge = CommandSpec.forAnnotatedObject(new FilmOptions());
        String ids = clips.stream().map(c -> c.id().toString()).collect(Collectors.joining(" "));
        return "mvstudio merge " + ids
                + NextCommand.options(create, name -> ALSO.contains(name) || merge.findOption(name) != null);
    }
}
