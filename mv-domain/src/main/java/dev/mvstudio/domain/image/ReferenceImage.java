package dev.mvstudio.domain.image;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.ByteSource;

/** A stored picture that a generated one shall resemble. */
public record ReferenceImage(Asset asset, ByteSource bytes) {
    @Override
    public String toString() {
        return asset.mediaType() + ", " + asset.size() + " bytes, " + asset.id();
    }
}
