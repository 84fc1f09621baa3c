package dev.mvstudio.application.image;

import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageRequest;
import java.util.List;

/**
 * One image of a sequence.
 *
 * @param scene its number, from 1
 * @param asset what it is stored as, whoever makes it: it is found by this when it was made, but not recorded
 * @param format in which it is stored, whatever the model makes
 */
public record SceneOrder(ImageRequest image, FolderId folder, int scene, AssetId asset, ImageFormat format) {
    /** Where it is stored, without the extension; the second only where something else has the first place. */
    List<String> stems() {
        String stem = "sequences/%s/images/scene_%04d".formatted(folder, scene);
        return List.of(stem, stem + "-" + asset);
    }
}
