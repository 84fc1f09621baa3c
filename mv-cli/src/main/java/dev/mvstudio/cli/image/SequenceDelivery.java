package dev.mvstudio.cli.image;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.image.GeneratedImage;
import dev.mvstudio.application.image.GeneratedImages;
import dev.mvstudio.application.image.Slideshow;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Submission;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.progress.Bars;
import dev.mvstudio.cli.progress.Stages;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.Measures;
import dev.mvstudio.cli.shell.Members;
import dev.mvstudio.cli.shell.NextCommand;
import dev.mvstudio.cli.shell.OutputFile;
import dev.mvstudio.cli.shell.Studios;
import dev.mvstudio.domain.asset.Asset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands image sequences over: where they are, and single files. */
public final class SequenceDelivery {
    private final Studios studios;
    private final MusicVideoStudio studio;

    public SequenceDelivery(Studios studios, MusicVideoStudio studio) {
        this.studios = studios;
        this.studio = studio;
    }

    /** The images stay in the store; it is said where. */
    public ExitCode deliver(GeneratedImages made) {
        return deliver(made, Map.of(), new JsonObject(), List.of());
    }

    /** Copies what is wanted; what needs all images only when they are all there. */
    ExitCode deliver(GeneratedImages made, SequenceCopies wanted, Submission terms) {
        Map<Integer, Path> copies = wanted.images(made, studio.assets());
        JsonObject more = new JsonObject();
        List<String> lines = new ArrayList<>();
        if (made.complete()) {
            String folder = made.sequence().folder().value();
            contactSheet(folder, wanted.contactSheet(), more, lines);
            slideshow(folder, wanted, terms, more, lines);
        } else if (wanted.wantsMore()) {
            studios.console().warn(List.of("images are missing: no contact sheet and no slideshow was made"));
        }
        return deliver(made, copies, more, lines);
    }

    private ExitCode deliver(GeneratedImages made, Map<Integer, Path> copies, JsonObject more, List<String> moreLines) {
        studios.console().warn(made.outcome().warnings());
        List<String> lines = new ArrayList<>();
        made.images()
                .forEach(m -> lines.add("scene " + m.scene() + ": "
                        + (copies.containsKey(m.scene())
                                ? String.valueOf(copies.get(m.scene()))
                                : m.asset().path())
                        + " (" + Measures.of(m.asset()) + ")"));
        made.faults()
                .forEach(f -> lines.add("scene " + f.scene() + ": " + f.error().details()));
        lines.addAll(moreLines);
        String missing =
                NextCommand.images(made.sequence().folder(), studios.options().dataDir());
        JsonObject json = SequenceMembers.of(made, copies, studio.assets()).withAll(more);
        studios.console().result(json.with("retry_command", made.complete() ? null : missing), lines);
        if (made.complete()) {
            return ExitCode.OK;
        }
        studios.console().note("Images are missing. This makes them:\n  " + missing);
        return ExitCode.INCOMPLETE;
    }

    private void contactSheet(String folder, @Nullable OutputFile file, JsonObject more, List<String> lines) {
        if (file != null) {
            Asset sheet = studio.sequences().contactSheet(folder);
            Path copy = file.write(studio.assets().bytes(sheet));
            more.with("contact_sheet", Members.asset("image", sheet, studio.assets(), copy));
            lines.add("contact sheet: " + copy + " (" + Measures.of(sheet) + ")");
        }
    }

    private void slideshow(
            String folder, SequenceCopies wanted, Submission terms, JsonObject more, List<String> lines) {
        OutputFile file = wanted.slideshow();
        if (file != null) {
            JobSnapshot job = studio.makeSlideshow().submit(folder, wanted.secondsPerScene(), terms);
            Slideshow film = shown(job);
            studios.console().warn(film.outcome().warnings());
            Path copy = file.write(studio.assets().bytes(film.video()));
            more.with("slideshow", SequenceMembers.of(film, copy, studio.assets()));
            lines.add("slideshow: " + copy + " (" + Measures.of(film.video()) + ")");
        }
    }

    private Slideshow shown(JobSnapshot job) {
        try (Bars bars = studios.console().bars()) {
            return studio.jobs().join(job, Slideshow.class, Stages.joining(bars.add("slideshow")));
        }
    }

    public void deliver(GeneratedImage made, OutputFile file) {
        studios.console().warn(made.outcome().warnings());
        Path copy = file.write(studio.assets().bytes(made.asset()));
        studios.console()
                .result(
                        SequenceMembers.of(made, copy, studio.assets()),
                        List.of(copy + " (" + Measures.of(made.asset()) + ")"));
    }

    public void deliver(Slideshow made, OutputFile file) {
        studios.console().warn(made.outcome().warnings());
        Path copy = file.write(studio.assets().bytes(made.video()));
        studios.console()
                .result(
                        SequenceMembers.of(made, copy, studio.assets()),
                        List.of(copy + " (" + Measures.of(made.video()) + ")"));
    }
}
