package dev.mvstudio.cli.scene;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.scene.CreateScenesCommand;
import dev.mvstudio.application.scene.CreatedScenes;
import dev.mvstudio.cli.provider.BackendOptions;
import dev.mvstudio.cli.provider.KeepOptions;
import dev.mvstudio.cli.provider.RunOptions;
import dev.mvstudio.cli.scene.SceneOptions.Writer;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.Studios;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mvstudio scenes}. */
@Command(
        name = "scenes",
        description = "Writes the scenes of a video.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ScenesCommand implements Callable<Integer> {
    private final Studios studios;

    @Parameters(paramLabel = "IDEA", description = "What the video is about.")
    String idea = "";

    @Mixin
    SceneOptions scenes = new SceneOptions();

    @Mixin
    BackendOptions backend = new BackendOptions();

    @Mixin
    RunOptions run = new RunOptions();

    @Mixin
    KeepOptions keep = new KeepOptions();

    public ScenesCommand(Studios studios) {
        this.studios = studios;
    }

    @Override
    public Integer call() {
        return studios.use(this::write);
    }

    private int write(MusicVideoStudio studio) {
        Writer writer = new Writer(backend.backend(), backend.model(), run.seed(), run.flavor());
        CreateScenesCommand command =
                scenes.toCommand(idea, writer).withCharacter(studio.flavors().defaultCharacter(run.flavor()));
        if (run.dryRun()) {
            studios.console().result(SceneMembers.dryRun(studio.createScenes().plan(command)));
        } else {
            new SceneDelivery(studios, studio).deliver(written(studio, command));
        }
        return ExitCode.OK.code();
    }

    private CreatedScenes written(MusicVideoStudio studio, CreateScenesCommand command) {
        studio.begin();
        return studio.jobs()
                .join(studio.createScenes().submit(command, keep.terms()), CreatedScenes.class, Progress.NONE);
    }
}
