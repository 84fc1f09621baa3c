package dev.mvstudio.application.image;

import dev.mvstudio.application.asset.Intake;
import dev.mvstudio.application.asset.LocalFiles;
import dev.mvstudio.application.request.InvalidRequestException.Code;
import dev.mvstudio.application.request.NotFoundException;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.film.Slide;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Image;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Use cases around sequences that were begun: look them up, see them at a glance. */
public final class Sequences {
    private static final int CELL = 320;

    private final Gallery gallery;

    public Sequences(Gallery gallery) {
        this.gallery = gallery;
    }

    /** A scene that has its image. */
    public record Shown(Scene scene, Asset image) {}

    /**
     * What is recorded of a sequence.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException when the name is malformed
     * @throws NotFoundException when there is none
     */
    public ImageSequence get(String folderId) {
        FolderId folder = FolderId.parse(folderId).orElseThrow(() -> {
            Violations violations = new Violations();
            violations.add(
                    Code.INVALID_ID, "folder_id", "must be 1 to 64 letters, digits, hyphens and underscores", folderId);
            return violations.toException();
        });
        return gallery.records()
                .find(folder)
                .orElseThrow(() ->
                        new NotFoundException("Sequence " + folder + " not found", "The folder_id may be incorrect"));
    }

    /** Its scenes whose images are still there, in order. */
    public List<Shown> shown(ImageSequence sequence) {
        return sequence.scenes().stream()
                .flatMap(scene -> image(scene).map(image -> new Shown(scene, image)).stream())
                .toList();
    }

    private Optional<Asset> image(Scene scene) {
        Image image = scene.image();
        return image == null ? Optional.empty() : gallery.store().find(image.asset());
    }

    /**
     * A JPEG with all its images, made when it is first asked for, and anew when there are more.
     *
     * @throws NotFoundException when there is no such sequence, or it has no image
     */
    public Asset contactSheet(String folderId) {
        List<Shown> shown = shown(get(folderId));
        if (shown.isEmpty()) {
            throw new NotFoundException("Sequence " + folderId + " has no image yet", "Make some with generateImages");
        }
        String images = shown.stream().map(s -> s.image().id().toString()).collect(Collectors.joining(" "));
        AssetId id = AssetId.of(UUID.nameUUIDFromBytes(images.getBytes(StandardCharsets.UTF_8)), "contact sheet");
        return gallery.store().find(id).flatMap(gallery.intake()::renew).orElseGet(() -> lay(id, shown));
    }

    private Asset lay(AssetId id, List<Shown> shown) {
        try (LocalFiles files = new LocalFiles(gallery.store());
                Draft draft = gallery.store().draft(MediaType.JPEG)) {
            List<Slide> slides = shown.stream()
                    .map(s -> new Slide("of scene " + s.scene().number(), files.of(s.image()), Duration.ZERO))
                    .toList();
            gallery.editor().contactSheet(slides, cell(shown.get(0).image()), draft.file());
            return gallery.intake().publish(draft, new Intake.Place(id, Collection.THUMBNAILS, null), Gallery.IMAGE);
        } catch (IllegalArgumentException taken) {
            return gallery.store().find(id).orElseThrow(() -> taken);
        }
    }

    /** Of the shape of this image. */
    private static FrameSize cell(Asset image) {
        FrameSize frame = image.info().frame();
        long height = frame == null ? CELL : Math.round((double) CELL * frame.height() / frame.width());
        return new FrameSize(CELL, (int) Math.clamp(height, CELL / 4, CELL * 4L));
    }
}
