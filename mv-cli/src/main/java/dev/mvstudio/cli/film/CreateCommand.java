package dev.mvstudio.cli.film;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.film.CreateMusicVideoCommand;
import dev.mvstudio.application.film.FilmIncompleteException;
import dev.mvstudio.application.film.MusicVideo;
import dev.mvstudio.cli.character.DrawingOptions;
import dev.mvstudio.cli.provider.RunOptions;
import dev.mvstudio.cli.scene.SceneOptions;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.FileNames;
import dev.mvstudio.cli.shell.Measures;
import dev.mvstudio.cli.shell.OutputFile;
import dev.mvstudio.cli.shell.OutputOptions;
import dev.mvstudio.cli.shell.Studios;
import dev.mvstudio.cli.video.ClipOptions;
import java.nio.file.Path;
import java.util.List;
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
                print(studio, make(studio, order), file);
            }
            return ExitCode.OK.code();
        });
    }

    private MusicVideo make(MusicVideoStudio studio, CreateMusicVideoCommand order) {
        try (FilmWatch watch = new FilmWatch(studios.console())) {
            try {
                return studio.createMusicVideo().create(order, watch);
            } catch (FilmIncompleteException e) {
                watch.close();
                throw new UnfinishedFilm(studio, spec).because(e, stopped());
            } catch (RuntimeException e) {
                watch.close();
                if (stopped()) {
                    throw new UnfinishedFilm(studio, spec).stopped(watch.finished(), e);
                }
                tellKept(studio, watch);
                throw e;
            }
        }
    }

    /** What was paid for stays, also when it could not be joined. */
    private void tellKept(MusicVideoStudio studio, FilmWatch watch) {
        KeptClips kept = new KeptClips(watch.finished());
        if (!kept.isEmpty()) {
            kept.lines(studio, spec).forEach(studios.shell().err()::println);
        }
    }

    private boolean stopped() {
        return studios.shell().interruption().requested();
    }

    private void print(MusicVideoStudio studio, MusicVideo made, OutputFile file) {
        studios.console().warn(made.warnings());
        made.clips().forEach(c -> studios.console().warn(c.outcome().warnings()));
        studios.console().warn(made.film().outcome().warnings());
        Path copy = file.write(studio.assets().bytes(made.film().video()));
        studios.console()
                .result(
                        FilmMembers.of(made, copy, studio.assets()),
                        List.of(copy + " (" + Measures.of(made.film().video()) + ")"));
    }
}
