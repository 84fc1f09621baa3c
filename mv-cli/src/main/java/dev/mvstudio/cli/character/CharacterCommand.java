package dev.mvstudio.cli.character;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.character.GenerateCharacterReferenceCommand;
import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.cli.provider.BackendOptions;
import dev.mvstudio.cli.provider.KeepOptions;
import dev.mvstudio.cli.provider.RunOptions;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.FileNames;
import dev.mvstudio.cli.shell.GivenFiles;
import dev.mvstudio.cli.shell.OutputFile;
import dev.mvstudio.cli.shell.OutputOptions;
import dev.mvstudio.cli.shell.Studios;
import dev.mvstudio.domain.asset.ImageFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mvstudio character}. */
@Command(
        name = "character",
        description = "Draws reference pictures of a character.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class CharacterCommand implements Callable<Integer> {
    private final Studios studios;

    @Parameters(paramLabel = "DESCRIPTION", description = "How the character looks.")
    String description = "";

    @Mixin
    OutputOptions output = new OutputOptions();

    @Option(names = "--images", paramLabel = "N", description = "How many pictures to choose from, 1 to 4.")
    @Nullable
    Integer images;

    @Option(names = "--format", paramLabel = "WORD", description = "png, jpeg or webp.")
    @Nullable
    String format;

    @Option(names = "--aspect-ratio", paramLabel = "W:H", description = "The shape, such as 1:1.")
    @Nullable
    String aspectRatio;

    @Option(names = "--negative-prompt", paramLabel = "TEXT", description = "What must not be in it.")
    @Nullable
    String negativePrompt;

    @Option(
            names = {"-r", "--reference"},
            paramLabel = "IMAGE",
            description = "A picture that it shall resemble: a file or the id of a stored one. May be repeated.")
    List<String> references = List.of();

    @Mixin
    DrawingOptions drawing = new DrawingOptions();

    @Mixin
    BackendOptions backend = new BackendOptions();

    @Mixin
    RunOptions run = new RunOptions();

    @Mixin
    KeepOptions keep = new KeepOptions();

    public CharacterCommand(Studios studios) {
        this.studios = studios;
    }

    @Override
    public Integer call() {
        return studios.use(this::draw);
    }

    private int draw(MusicVideoStudio studio) {
        GenerateCharacterReferenceCommand command = toCommand(references(studio));
        var planned = studio.generateCharacterReference().plan(command);
        if (run.dryRun()) {
            studios.console().result(CharacterMembers.dryRun(planned));
            return ExitCode.OK.code();
        }
        ImageFormat format = planned.plan().request().format();
        OutputFile file = output.choose(
                studios.shell(),
                FileNames.of(description, "character") + "."
                        + format.mediaType().extension());
        new PictureDelivery(studios, studio).deliver(drawn(studio, command), file);
        return ExitCode.OK.code();
    }

    private GenerateCharacterReferenceCommand toCommand(@Nullable List<String> pictures) {
        return new GenerateCharacterReferenceCommand(
                description,
                aspectRatio,
                images,
                format,
                negativePrompt,
                drawing.safetyFilterLevel(),
                drawing.personGeneration(),
                run.seed(),
                pictures,
                backend.backend(),
                backend.model(),
                run.flavor());
    }

    private @Nullable List<String> references(MusicVideoStudio studio) {
        GivenFiles files = new GivenFiles(studios.shell(), studio.uploadAsset());
        List<String> ids = files.pictures("reference_image", references);
        files.check();
        return ids;
    }

    private GeneratedCharacterReference drawn(MusicVideoStudio studio, GenerateCharacterReferenceCommand command) {
        studio.begin();
        return studio.jobs()
                .join(
                        studio.generateCharacterReference().submit(command, keep.terms()),
                        GeneratedCharacterReference.class,
                        Progress.NONE);
    }
}
