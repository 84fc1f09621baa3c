package dev.mvstudio.cli.film;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.film.MergeVideosCommand;
import dev.mvstudio.application.film.MergedVideo;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.cli.progress.Bars;
import dev.mvstudio.cli.progress.Stages;
import dev.mvstudio.cli.provider.KeepOptions;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.GivenFiles;
import dev.mvstudio.cli.shell.Members;
import dev.mvstudio.cli.shell.OutputFile;
import dev.mvstudio.cli.shell.OutputOptions;
import dev.mvstudio.cli.shell.Studios;
import dev.mvstudio.domain.asset.MediaType.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mvstudio merge}. */
@Command(name = "merge", description = "Joins clips to a film.", mixinStandardHelpOptions = true, sortOptions = false)
public final class MergeCommand implements Callable<Integer> {
    private final Studios studios;

    @Parameters(
            paramLabel = "CLIP",
            arity = "1..*",
            description = "MP4 files or the ids of stored clips, in the order of the film.")
    List<String> clips = List.of();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Mixin
    FilmOptions film = new FilmOptions();

    @Option(names = "--flavor", paramLabel = "NAME", description = "Where the defaults come from.")
    @Nullable
    String flavor;

    @Option(names = "--dry-run", description = "Show what would be done. Nothing is.")
    boolean dryRun;

    @Mixin
    KeepOptions keep = new KeepOptions();

    public MergeCommand(Studios studios) {
        this.studios = studios;
    }

    @Override
    public Integer call() {
        OutputFile file = output.choose(studios.shell(), "film.mp4");
        return studios.use(studio -> {
            MergeVideosCommand command = toCommand(studio);
            if (dryRun) {
                var planned = studio.mergeVideos().plan(command);
                studios.console()
                        .result(Members.dryRun(
                                planned, FilmMembers.parameters(planned.plan().request())));
            } else {
                new FilmDelivery(studios, studio).deliver(join(studio, command), file);
            }
            return ExitCode.OK.code();
        });
    }

    private MergeVideosCommand toCommand(MusicVideoStudio studio) {
        GivenFiles files = new GivenFiles(studios.shell(), studio.uploadAsset());
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            String id = files.id("video_ids[" + i + "]", clips.get(i), Family.VIDEO);
            if (id != null) {
                ids.add(id);
            }
        }
        String soundtrack = files.id("soundtrack_id", film.soundtrack, Family.AUDIO);
        files.check();
        return film.toCommand(ids, soundtrack, flavor);
    }

    private MergedVideo join(MusicVideoStudio studio, MergeVideosCommand command) {
        studio.begin();
        JobSnapshot job = studio.mergeVideos().submit(command, keep.terms());
        try (Bars bars = studios.console().bars()) {
            return studio.jobs().join(job, MergedVideo.class, Stages.joining(bars.add("film")));
        }
    }
}
