package dev.mvstudio.cli.image;

import dev.mvstudio.cli.shell.CommandFailedException;
import dev.mvstudio.cli.shell.Failure;
import dev.mvstudio.cli.shell.OutputFile;
import dev.mvstudio.cli.shell.Shell;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of a sequence is copied, and where. */
final class SequenceOutput {
    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "A folder that the images are copied to. Default: they stay in the data folder.")
    @Nullable
    Path out;

    @Option(
            names = "--contact-sheet",
            paramLabel = "FILE",
            description = "Where to put a JPEG with all images, once they are all there.")
    @Nullable
    Path contactSheet;

    @Option(
            names = "--slideshow",
            paramLabel = "FILE",
            description = "Where to put a film that shows the images one by one, once they are all there.")
    @Nullable
    Path slideshow;

    @Option(
            names = "--seconds-per-scene",
            paramLabel = "SECONDS",
            description = "How long the film shows a scene without a duration of its own.")
    @Nullable
    BigDecimal secondsPerScene;

    @Option(
            names = {"-f", "--force"},
            description = "Replace files that are there.")
    boolean force;

    /**
     * Chooses the files, before anything is spent.
     *
     * @throws CommandFailedException when one would replace another, or there is no place for it
     */
    SequenceCopies choose(Shell shell) {
        if (secondsPerScene != null && slideshow == null) {
            throw refused("--seconds-per-scene: is for --slideshow");
        }
        if (out != null && !Files.isDirectory(shell.resolve(out))) {
            throw refused("--out: there is no folder " + shell.resolve(out));
        }
        return new SequenceCopies(
                shell,
                new OutputFile.Wish("--out", out, force),
                file(shell, "--contact-sheet", contactSheet, "contact-sheet.jpg"),
                file(shell, "--slideshow", slideshow, "slideshow.mp4"),
                secondsPerScene);
    }

    private @Nullable OutputFile file(Shell shell, String option, @Nullable Path said, String name) {
        return said == null ? null : OutputFile.choose(shell, new OutputFile.Wish(option, said, force), name);
    }

    private static CommandFailedException refused(String why) {
        return new CommandFailedException(Failure.usage(why), null);
    }
}
