package dev.mvstudio.cli.image;

import dev.mvstudio.application.image.GenerateImagesCommand;
import dev.mvstudio.application.image.GenerateImagesCommand.SceneCommand;
import dev.mvstudio.application.image.SequenceFile;
import dev.mvstudio.cli.shell.CommandFailedException;
import dev.mvstudio.cli.shell.Failure;
import dev.mvstudio.cli.shell.Shell;
import dev.mvstudio.domain.image.SceneType;
import dev.mvstudio.domain.prompt.CharacterTraits;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the scenes come from. */
final class SceneSource {
    @Option(
            names = {"-i", "--file"},
            paramLabel = "FILE",
            description = "The sequence as YAML or JSON: the body of POST /generateImages. Other options go first.")
    @Nullable
    Path file;

    @Option(
            names = "--prompt",
            paramLabel = "TEXT",
            description = "What a scene shows, where there is no FILE. Repeated for each scene.")
    List<String> prompts = List.of();

    @Option(
            names = "--character",
            paramLabel = "TEXT",
            description = "Who is in all scenes, where there is no FILE. Default: nobody.")
    @Nullable
    String character;

    @Option(
            names = "--folder",
            paramLabel = "NAME",
            description =
                    "The sequence to go on with, by its name alone just what is missing. Or a name for a new one.")
    @Nullable
    String folder;

    /** The order as far as it is said here. */
    SequenceFile read(Shell shell) {
        if (file != null) {
            return read(shell, file);
        }
        GenerateImagesCommand order = prompts.isEmpty()
                ? goingOn()
                : GenerateImagesCommand.of(who(), scenes()).in(folder);
        return new SequenceFile(order, false, List.of());
    }

    private GenerateImagesCommand goingOn() {
        if (folder == null) {
            throw refused("there is nothing to draw: give --file, --prompt or --folder");
        }
        if (character != null) {
            throw refused("--character: needs scenes to be in; give each by a --prompt");
        }
        return GenerateImagesCommand.goOn(folder);
    }

    private SequenceFile read(Shell shell, Path from) {
        if (!prompts.isEmpty() || character != null) {
            throw refused("--prompt and --character say what the file says; give either");
        }
        SequenceFile read = shell.launcher().get().readSequence(shell.resolve(from), from.toString());
        return folder == null ? read : new SequenceFile(read.command().in(folder), read.keep(), read.warnings());
    }

    private static CommandFailedException refused(String why) {
        return new CommandFailedException(Failure.usage(why), null);
    }

    private @Nullable CharacterTraits who() {
        return character == null ? null : new CharacterTraits(character, "", "", "");
    }

    private List<SceneCommand> scenes() {
        String type = (character == null ? SceneType.B_ROLL : SceneType.CHARACTER).word();
        return prompts.stream()
                .map(prompt -> new SceneCommand(prompt, null, null, type, null, null))
                .toList();
    }
}
