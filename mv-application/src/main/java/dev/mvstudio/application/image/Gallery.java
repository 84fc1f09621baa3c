package dev.mvstudio.application.image;

import dev.mvstudio.application.asset.Intake;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Image;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.domain.image.SequenceRecords;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Where the images of sequences hang, and what is recorded of them. */
public record Gallery(AssetStore store, SequenceRecords records, Intake intake) {
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

    /** Records the image of a scene. */
    Image record(FolderId folder, int scene, Asset asset) {
        Image image = new Image(asset.id(), store.address(asset).orElse(null), asset.createdAt());
        records.image(folder, scene, image);
        return image;
    }
}
