package dev.mvstudio.cli.image;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.image.GenerateImagesCommand;
import dev.mvstudio.cli.provider.BackendOptions;
import dev.mvstudio.cli.provider.RunOptions;
import dev.mvstudio.cli.shell.GivenFiles;
import dev.mvstudio.cli.shell.Shell;
import dev.mvstudio.domain.asset.MediaType.Family;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the images of a sequence are made. */
final class ImageOptions {
    @Option(names = "--negative-prompt", paramLabel = "TEXT", description = "What must not be in the images.")
    @Nullable
    String negativePrompt;

    @Option(names = "--format", paramLabel = "WORD", description = "png, jpeg or webp.")
    @Nullable
    String format;

    @Option(
            names = {"-r", "--reference"},
            paramLabel = "IMAGE",
            description = "A picture that the character shall resemble: a file or the id of a stored one.")
    @Nullable
    String reference;

    @Option(names = "--sampler", paramLabel = "WORD", description = "The backend's own word, such as euler_ancestral.")
    @Nullable
    String sampler;

    @Option(names = "--steps", paramLabel = "N", description = "How often a diffusion model goes over an image.")
    @Nullable
    Integer steps;

    @Option(names = "--cfg-scale", paramLabel = "N", description = "How closely it keeps to the prompt, 0 to 100.")
    @Nullable
    Double cfgScale;

    /** The id of the picture that was named. */
    @Nullable
    String picture(Shell shell, MusicVideoStudio studio) {
        GivenFiles files = new GivenFiles(shell, studio.uploadAsset());
        String id = files.id("character_reference_image_id", reference, Family.IMAGE);
        files.check();
        return id;
    }

    /** An order, but what is said here goes first. */
    GenerateImagesCommand over(
            GenerateImagesCommand order, BackendOptions backend, RunOptions run, @Nullable String picture) {
        return new GenerateImagesCommand(
                order.character(),
                order.scenes(),
                order.folderId(),
                either(run.seed(), order.seed()),
                either(sampler, order.sampler()),
                either(steps, order.steps()),
                either(cfgScale, order.cfgScale()),
                either(negativePrompt, order.negativePrompt()),
                either(format, order.outputFormat()),
                either(picture, order.characterReferenceImageId()),
                either(backend.backend(), order.backend()),
                either(backend.model(), order.model()),
                either(run.flavor(), order.flavor()));
    }

    private static <T> @Nullable T either(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }
}
