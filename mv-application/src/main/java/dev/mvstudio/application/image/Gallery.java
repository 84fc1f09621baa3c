package dev.mvstudio.application.image;

import dev.mvstudio.application.asset.Intake;
import dev.mvstudio.application.asset.Intake.Place;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.ByteSource;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.film.VideoEditor;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Image;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.image.SequenceRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the images of sequences hang, and what is recorded of them. */
public record Gallery(AssetStore store, SequenceRecords records, Intake intake, VideoEditor editor) {
    static final Set<MediaType.Family> IMAGE = Set.of(MediaType.Family.IMAGE);
    private static final long MAX_BYTES = 100L << 20;

    /**
     * What the image of a scene is stored as: the same for everybody who makes it, and not to be guessed by anybody who
     * does not know the store.
     */
    AssetId id(ImageSequence recorded, int scene) {
        String maker = store.identity() + "/" + recorded.folder() + "/" + recorded.createdAt() + "/" + recorded.seed();
        return AssetId.of(UUID.nameUUIDFromBytes(maker.getBytes(StandardCharsets.UTF_8)), "scene " + scene);
    }

    /**
     * The image of a scene that was made before, whether that was recorded or not: it is now, and has the time of a new
     * one.
     */
    Optional<Asset> find(ImageSequence recorded, Scene scene, boolean keep) {
        Image image = scene.image();
        Optional<Asset> known =
                image == null ? Optional.empty() : store.find(image.asset()).flatMap(intake.keeping(keep)::renew);
        return known.isPresent() ? known : unrecorded(recorded, scene, keep);
    }

    private Optional<Asset> unrecorded(ImageSequence recorded, Scene scene, boolean keep) {
        Optional<Asset> stored = store.find(id(recorded, scene.number())).flatMap(intake.keeping(keep)::renew);
        stored.ifPresent(asset -> record(recorded.folder(), scene.number(), asset));
        return stored;
    }

    /** A stored picture that scenes shall resemble, if it is there and there shall be one. */
    List<ReferenceImage> picture(@Nullable AssetId id) {
        Optional<Asset> there = id == null ? Optional.empty() : store.find(id);
        return there
                .map(asset -> new ReferenceImage(
                        asset, () -> store.content(asset).bytes().open()))
                .stream()
                .toList();
    }

    /**
     * The same.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException when it is gone
     */
    List<ReferenceImage> required(@Nullable AssetId id) {
        Violations violations = new Violations();
        if (id != null) {
            requirePicture(id, violations);
        }
        violations.check();
        return picture(id);
    }

    /** A violation when this picture is gone. */
    void requirePicture(AssetId id, Violations violations) {
        if (picture(id).isEmpty()) {
            violations.add(
                    "character_reference_image_id",
                    "is required: the picture that the sequence was begun with is gone",
                    id);
        }
    }

    /** Records the image of a scene. */
    Image record(FolderId folder, int scene, Asset asset) {
        Image image = new Image(asset.id(), store.address(asset).orElse(null), asset.createdAt());
        records.image(folder, scene, image);
        return image;
    }

    /**
     * Stores an image at its place, in the format that was asked for. One that is there is not read again. Where a file of
     * an earlier sequence is in its place, of which nothing is recorded any more, it hangs beside it: it was paid for.
     *
     * @throws IOException when the source broke
     */
    Asset hang(SceneOrder order, ByteSource source, boolean keep) throws IOException {
        Optional<Asset> hung = intake.known(order.asset());
        Intake taking = intake.keeping(keep);
        for (String stem : order.stems()) {
            if (hung.isEmpty()) {
                hung = taking.fetch(
                        source,
                        MAX_BYTES,
                        raw -> hang(raw, new Place(order.asset(), Collection.SEQUENCES, stem), order.format(), taking));
            }
        }
        return hung.orElseThrow(() -> new StorageException(
                StorageException.Fault.STORAGE_UNAVAILABLE, "other images are at " + order.stems(), null));
    }

    /** Empty when the place is taken. */
    private Optional<Asset> hang(Draft raw, Place place, ImageFormat format, Intake taking) {
        if (taking.inspect(raw.file(), IMAGE).type() == format.mediaType()) {
            return publish(raw, place, taking);
        }
        try (Draft converted = store.draft(format.mediaType())) {
            editor.convert(raw.file(), converted.file(), format);
            return publish(converted, place, taking);
        }
    }

    private Optional<Asset> publish(Draft draft, Place place, Intake taking) {
        try {
            return Optional.of(taking.publish(draft, place, IMAGE));
        } catch (IllegalArgumentException taken) {
            return store.find(place.id());
        }
    }
}
