package dev.mvstudio.cli.film;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.film.MergedVideo;
import dev.mvstudio.application.film.MusicVideo;
import dev.mvstudio.cli.shell.Measures;
import dev.mvstudio.cli.shell.OutputFile;
import dev.mvstudio.cli.shell.Studios;
import java.nio.file.Path;
import java.util.List;

/** Hands films over: as a file, and in words. */
public final class FilmDelivery {
    private final Studios studios;
    private final MusicVideoStudio studio;

    public FilmDelivery(Studios studios, MusicVideoStudio studio) {
        this.studios = studios;
        this.studio = studio;
    }

    public void deliver(MusicVideo made, OutputFile file) {
        studios.console().warn(made.warnings());
        made.clips().forEach(c -> studios.console().warn(c.outcome().warnings()));
        studios.console().warn(made.film().outcome().warnings());
        Path copy = file.write(studio.assets().bytes(made.film().video()));
        studios.console().result(FilmMembers.of(made, copy, studio.assets()), lines(made.film(), copy));
    }

    public void deliver(MergedVideo made, OutputFile file) {
        studios.console().warn(made.outcome().warnings());
        Path copy = file.write(studio.assets().bytes(made.video()));
        studios.console().result(FilmMembers.of(made, copy, studio.assets()), lines(made, copy));
    }

    private static List<String> lines(MergedVideo film, Path copy) {
        return List.of(copy + " (" + Measures.of(film.video()) + ")");
    }
}
