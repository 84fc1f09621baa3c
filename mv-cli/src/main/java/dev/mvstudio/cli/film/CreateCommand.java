package dev.mvstudio.cli.film;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.film.CreateMusicVideoCommand;
import dev.mvstudio.application.film.MusicVideo;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.cli.character.DrawingOptions;
import dev.mvstudio.cli.provider.KeepOptions;
import dev.mvstudio.cli.provider.RunOptions;
import dev.mvstudio.cli.scene.SceneOptions;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.FileNames;
import dev.mvstudio.cli.shell.OutputFile;
import dev.mvstudio.cli.shell.OutputOptions;
import dev.mvstudio.cli.shell.Studios;
import dev.mvstudio.cli.video.ClipOptions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mvstudio create}. */
@Command(
        name = "create",
        description = "Makes a music video: writes the scenes, draws the character, films the clips, joins them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class CreateCommand implements Callable<Integer> {
    private final Studios studios;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "IDEA", description = "What the video is about.")
    String idea = "";

    @Mixin
    OutputOptions output = new OutputOptions();

    @Mixin
    SceneOptions scenes = new SceneOptions();

    @Option(
            names = {"-r", "--reference"},
            paramLabel = "IMAGE",
            description = "A picture of the character, which is then not drawn: a file or the id of a stored one.")
    @Nullable
    String reference;

    @Mixin
    FilmOptions film = new FilmOptions();

    @Mixin
    ClipOptions clip = new ClipOptions();

    @Mixin
    StepBackends backends = new StepBackends();

    @Mixin
    DrawingOptions drawing = new DrawingOptions();

    @Option(
            names = {"-p", "--parallel"},
            paramLabel = "N",
            description = "How many clips are filmed at once, 1 to 50.")
    @Nullable
    Integer parallel;

    @Mixin
    RunOptions run = new RunOptions();

    @Mixin
    KeepOptions keep = new KeepOptions();

    public CreateCommand(Studios studios) {
        this.studios = studios;
    }

    @Override
    public Integer call() {
        OutputFile file = output.choose(studios.shell(), FileNames.of(idea, "film") + ".mp4");
        return studios.use(studio -> {
            CreateMusicVideoCommand order = new FilmOrder(this, studio).toCommand(studios.shell());
            if (run.dryRun()) {
                studios.console()
                        .result(FilmMembers.of(studio.createMusicVideo().plan(order)));
            } else {
                new FilmDelivery(studios, studio).deliver(make(studio, order), file);
            }
            return ExitCode.OK.code();
        });
    }

    private MusicVideo make(MusicVideoStudio studio, CreateMusicVideoCommand order) {
        studio.begin();
        JobSnapshot job = studio.createMusicVideo().submit(order, keep.terms());
        studios.console().note("job " + job.id());
        return new FilmRun(studios, studio, spec).follow(job);
    }
}
