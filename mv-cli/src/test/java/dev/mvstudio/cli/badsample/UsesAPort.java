package dev.mvstudio.cli.badsample;

import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;

class UsesAPort {
    boolean isThere(AssetStore store, AssetId id) {
        return store.find(id).isPresent();
    }
}
