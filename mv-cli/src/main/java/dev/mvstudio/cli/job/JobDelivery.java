package dev.mvstudio.cli.job;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.application.film.MergedVideo;
import dev.mvstudio.application.film.MusicVideo;
import dev.mvstudio.application.image.GeneratedImage;
import dev.mvstudio.application.image.GeneratedImages;
import dev.mvstudio.application.image.SceneOrder;
import dev.mvstudio.application.image.Slideshow;
import dev.mvstudio.application.job.Answer;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.scene.CreatedScenes;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.cli.character.PictureDelivery;
import dev.mvstudio.cli.film.FilmDelivery;
import dev.mvstudio.cli.image.SequenceDelivery;
import dev.mvstudio.cli.scene.SceneDelivery;
import dev.mvstudio.cli.shell.CommandFailedException;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.Failure;
import dev.mvstudio.cli.shell.FileNames;
import dev.mvstudio.cli.shell.OutputFile;
import dev.mvstudio.cli.shell.OutputOptions;
import dev.mvstudio.cli.shell.Studios;
import dev.mvstudio.cli.video.ClipDelivery;
import dev.mvstudio.domain.image.ImageRequest;

/** Hands over what came of a job, as the command does that orders such a job. */
final class JobDelivery {
    private final Studios studios;
    private final MusicVideoStudio studio;
    private final OutputFile file;

    private JobDelivery(Studios studios, MusicVideoStudio studio, OutputFile file) {
        this.studios = studios;
        this.studio = studio;
        this.file = file;
    }

    /** Chooses the file before anybody waits. */
    static JobDelivery choose(Studios studios, MusicVideoStudio studio, OutputOptions output, JobSnapshot job) {
        if (job.kind() == JobKind.CREATE_SCENES && output.isGiven()) {
            throw new CommandFailedException(Failure.usage("--out: scenes are printed, not copied"), null);
        }
        if (job.kind() == JobKind.GENERATE_IMAGES && output.isGiven()) {
            throw new CommandFailedException(
                    Failure.usage("--out: the images of a sequence stay where they are"), null);
        }
        Record request = studio.jobs().request(job);
        String name = FileNames.of(Subject.of(request), fallback(job.kind()));
        return new JobDelivery(studios, studio, output.choose(studios.shell(), name + "." + extension(request)));
    }

    private static String fallback(JobKind kind) {
        return switch (kind) {
            case CREATE_SCENES -> "scenes";
            case GENERATE_CHARACTER_REFERENCE -> "character";
            case GENERATE_VIDEO -> "video";
            case GENERATE_IMAGES -> "images";
            case GENERATE_IMAGE -> "image";
            case MERGE_VIDEOS, CREATE_MUSIC_VIDEO, MAKE_SLIDESHOW -> "film";
        };
    }

    private static String extension(Record request) {
        return switch (request) {
            case ImageRequest picture -> picture.format().mediaType().extension();
            case SceneOrder picture -> picture.format().mediaType().extension();
            default -> "mp4";
        };
    }

    ExitCode deliver(Answer answer) {
        switch (answer) {
            case MusicVideo film -> new FilmDelivery(studios, studio).deliver(film, file);
            case MergedVideo film -> new FilmDelivery(studios, studio).deliver(film, file);
            case GeneratedVideo clip -> new ClipDelivery(studios, studio).deliver(clip, file);
            case GeneratedCharacterReference drawn -> new PictureDelivery(studios, studio).deliver(drawn, file);
            case CreatedScenes scenes -> new SceneDelivery(studios, studio).deliver(scenes);
            case GeneratedImages images -> {
                return new SequenceDelivery(studios, studio).deliver(images);
            }
            case GeneratedImage image -> new SequenceDelivery(studios, studio).deliver(image, file);
            case Slideshow film -> new SequenceDelivery(studios, studio).deliver(film, file);
            default -> throw new IllegalStateException("a result of no known kind: " + answer.getClass());
        }
        return ExitCode.OK;
    }
}
