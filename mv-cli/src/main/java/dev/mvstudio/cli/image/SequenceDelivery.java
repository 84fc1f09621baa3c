package dev.mvstudio.cli.image;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.image.GeneratedImage;
import dev.mvstudio.application.image.GeneratedImages;
import dev.mvstudio.application.image.Slideshow;
import dev.mvstudio.cli.shell.Measures;
import dev.mvstudio.cli.shell.OutputFile;
import dev.mvstudio.cli.shell.Studios;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Hands image sequences over: where they are, and single files. */
public final class SequenceDelivery {
    private final Studios studios;
    private final MusicVideoStudio studio;

    public SequenceDelivery(Studios studios, MusicVideoStudio studio) {
        this.studios = studios;
        this.studio = studio;
    }

    /** The images stay in the store; it is said where. */
    public void deliver(GeneratedImages made) {
        studios.console().warn(made.outcome().warnings());
        List<String> lines = Stream.concat(
                        made.images().stream()
                                .map(m -> "scene " + m.scene() + ": "
                                        + m.asset().path() + " (" + Measures.of(m.asset()) + ")"),
                        made.faults().stream()
                                .map(f ->
                                        "scene " + f.scene() + ": " + f.error().details()))
                .toList();
        studios.console().result(SequenceMembers.of(made, studio.assets()), lines);
    }

    public void deliver(GeneratedImage made, OutputFile file) {
        studios.console().warn(made.outcome().warnings());
        Path copy = file.write(studio.assets().bytes(made.asset()));
        studios.console()
                .result(
                        SequenceMembers.of(made, copy, studio.assets()),
                        List.of(copy + " (" + Measures.of(made.asset()) + ")"));
    }

    public void deliver(Slideshow made, OutputFile file) {
        studios.console().warn(made.outcome().warnings());
        Path copy = file.write(studio.assets().bytes(made.video()));
        studios.console()
                .result(
                        SequenceMembers.of(made, copy, studio.assets()),
                        List.of(copy + " (" + Measures.of(made.video()) + ")"));
    }
}
