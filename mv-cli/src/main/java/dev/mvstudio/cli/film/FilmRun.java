package dev.mvstudio.cli.film;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.film.FilmIncompleteException;
import dev.mvstudio.application.film.MusicVideo;
import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.cli.shell.Studios;
import dev.mvstudio.domain.job.JobId;
import picocli.CommandLine.Model.CommandSpec;

/** Shows a film being made, and says how to go on when there is none. */
public final class FilmRun {
    private final Studios studios;
    private final MusicVideoStudio studio;
    private final CommandSpec said;

    public FilmRun(Studios studios, MusicVideoStudio studio, CommandSpec said) {
        this.studios = studios;
        this.studio = studio;
        this.said = said;
    }

    /** Until it is over. Whoever stops this command cancels the film. */
    public MusicVideo follow(JobSnapshot job) {
        try (FilmWatch watch = new FilmWatch(studios.console())) {
            return studio.createMusicVideo().follow(job, watch);
        } catch (RuntimeException e) {
            throw stopped() ? new UnfinishedFilm(studio, job.id(), said).stopped(e) : unfinished(job.id(), e);
        }
    }

    /** Until it is over, or this command is stopped; the film then goes on. */
    public MusicVideo watch(JobSnapshot job) throws InterruptedException {
        try (FilmWatch watch = new FilmWatch(studios.console())) {
            return studio.createMusicVideo().watch(job, watch);
        } catch (RuntimeException e) {
            throw stopped() ? e : unfinished(job.id(), e);
        }
    }

    private boolean stopped() {
        return studios.shell().interruption().requested();
    }

    private RuntimeException unfinished(JobId film, RuntimeException why) {
        return switch (why) {
            case FilmIncompleteException e -> new UnfinishedFilm(studio, film, said).because(e);
            case GenerationFailedException e -> new UnfinishedFilm(studio, film, said).because(e);
            default -> why;
        };
    }
}
