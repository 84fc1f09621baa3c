package dev.mvstudio.cli.video;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.cli.shell.Measures;
import dev.mvstudio.cli.shell.OutputFile;
import dev.mvstudio.cli.shell.Studios;
import java.nio.file.Path;
import java.util.List;

/** Hands clips over: as a file, and in words. */
public final class ClipDelivery {
    private final Studios studios;
    private final MusicVideoStudio studio;

    public ClipDelivery(Studios studios, MusicVideoStudio studio) {
        this.studios = studios;
        this.studio = studio;
    }

    public void deliver(GeneratedVideo made, OutputFile file) {
        studios.console().warn(made.outcome().warnings());
        Path copy = file.write(studio.assets().bytes(made.video()));
        studios.console()
                .result(
                        ClipMembers.of(made, copy, studio.assets()),
                        List.of(copy + " (" + Measures.of(made.video()) + ", id "
                                + made.video().id() + ")"));
    }
}
