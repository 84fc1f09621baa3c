package dev.mvstudio.cli.video;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.cli.progress.Bars;
import dev.mvstudio.cli.progress.Stages;
import dev.mvstudio.cli.provider.BackendOptions;
import dev.mvstudio.cli.provider.KeepOptions;
import dev.mvstudio.cli.provider.RunOptions;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.FileNames;
import dev.mvstudio.cli.shell.GivenFiles;
import dev.mvstudio.cli.shell.OutputFile;
import dev.mvstudio.cli.shell.OutputOptions;
import dev.mvstudio.cli.shell.Studios;
import dev.mvstudio.cli.video.ClipOptions.Camera;
import dev.mvstudio.cli.video.ClipOptions.Pictures;
import dev.mvstudio.domain.asset.MediaType.Family;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mvstudio video}. */
@Command(name = "video", description = "Films one clip.", mixinStandardHelpOptions = true, sortOptions = false)
public final class VideoCommand implements Callable<Integer> {
    private final Studios studios;

    @Parameters(paramLabel = "PROMPT", description = "What the clip shows.")
    String prompt = "";

    @Mixin
    OutputOptions output = new OutputOptions();

    @Option(
            names = {"-r", "--reference"},
            paramLabel = "IMAGE",
            description = "A picture that the clip shall resemble: a file or the id of a stored one. May be repeated.")
    List<String> references = List.of();

    @Option(
            names = "--last-frame",
            paramLabel = "IMAGE",
            description = "A picture that the clip ends with; the reference is then its first frame. A file or an id.")
    @Nullable
    String lastFrame;

    @Mixin
    ClipOptions clip = new ClipOptions();

    @Mixin
    BackendOptions backend = new BackendOptions();

    @Mixin
    RunOptions run = new RunOptions();

    @Mixin
    KeepOptions keep = new KeepOptions();

    public VideoCommand(Studios studios) {
        this.studios = studios;
    }

    @Override
    public Integer call() {
        OutputFile file = output.choose(studios.shell(), FileNames.of(prompt, "video") + ".mp4");
        return studios.use(studio -> film(studio, file));
    }

    private int film(MusicVideoStudio studio, OutputFile file) {
        Camera camera = new Camera(backend.backend(), backend.model(), run.seed(), run.flavor());
        GenerateVideoCommand command = clip.toCommand(prompt, pictures(studio), camera);
        if (run.dryRun()) {
            studios.console().result(ClipMembers.dryRun(studio.generateVideo().plan(command)));
        } else {
            new ClipDelivery(studios, studio).deliver(film(studio, command), file);
        }
        return ExitCode.OK.code();
    }

    private Pictures pictures(MusicVideoStudio studio) {
        GivenFiles files = new GivenFiles(studios.shell(), studio.uploadAsset());
        Pictures pictures = new Pictures(
                files.pictures("reference_image", references),
                lastFrame == null ? null : files.id("last_frame", lastFrame, Family.IMAGE));
        files.check();
        return pictures;
    }

    private GeneratedVideo film(MusicVideoStudio studio, GenerateVideoCommand command) {
        studio.begin();
        JobSnapshot job = studio.generateVideo().submit(command, keep.terms());
        studios.console().note("job " + job.id());
        try (Bars bars = studios.console().bars()) {
            return studio.jobs().join(job, GeneratedVideo.class, Stages.shown(bars.add("clip")));
        }
    }
}
