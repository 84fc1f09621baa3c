package dev.mvstudio.cli.image;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.image.GenerateImagesCommand;
import dev.mvstudio.application.image.GeneratedImages;
import dev.mvstudio.application.image.SequenceFile;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Submission;
import dev.mvstudio.cli.progress.Bars;
import dev.mvstudio.cli.progress.Stages;
import dev.mvstudio.cli.provider.BackendOptions;
import dev.mvstudio.cli.provider.KeepOptions;
import dev.mvstudio.cli.provider.RunOptions;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.Studios;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mvstudio images}. */
@Command(
        name = "images",
        description = "Makes a sequence of images, one for each scene; of one that was begun just what is missing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ImagesCommand implements Callable<Integer> {
    private final Studios studios;

    @Mixin
    SceneSource source = new SceneSource();

    @Mixin
    SequenceOutput output = new SequenceOutput();

    @Mixin
    ImageOptions image = new ImageOptions();

    @Mixin
    BackendOptions backend = new BackendOptions();

    @Mixin
    RunOptions run = new RunOptions();

    @Mixin
    KeepOptions keep = new KeepOptions();

    public ImagesCommand(Studios studios) {
        this.studios = studios;
    }

    @Override
    public Integer call() {
        SequenceFile said = source.read(studios.shell());
        SequenceCopies copies = output.choose(studios.shell());
        return studios.use(studio -> make(studio, said, copies).code());
    }

    private ExitCode make(MusicVideoStudio studio, SequenceFile said, SequenceCopies copies) {
        studios.console().warn(said.warnings());
        GenerateImagesCommand order = image.over(said.command(), backend, run, image.picture(studios.shell(), studio));
        if (run.dryRun()) {
            studios.console()
                    .result(SequenceMembers.dryRun(studio.generateImages().plan(order)));
            return ExitCode.OK;
        }
        Submission terms = said.keep() ? new Submission("", null, true, null) : keep.terms();
        studio.begin();
        return new SequenceDelivery(studios, studio).deliver(drawn(studio, order, terms), copies, terms);
    }

    private GeneratedImages drawn(MusicVideoStudio studio, GenerateImagesCommand order, Submission terms) {
        JobSnapshot job = studio.generateImages().submit(order, terms);
        studios.console().note("job " + job.id());
        try (Bars bars = studios.console().bars()) {
            return studio.jobs().join(job, GeneratedImages.class, Stages.shown(bars.add("images")));
        }
    }
}
