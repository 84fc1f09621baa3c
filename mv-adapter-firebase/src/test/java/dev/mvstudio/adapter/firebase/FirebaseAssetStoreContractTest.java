package dev.mvstudio.adapter.firebase;

import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.testkit.asset.AssetStoreContract;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import org.junit.jupiter.api.AfterEach;

class FirebaseAssetStoreContractTest extends AssetStoreContract {
    private final Rehearsal rehearsal = new Rehearsal();
    private final FirebaseAssetStore store = rehearsal.store();
    private final AssetStore same = rehearsal.store();

    @AfterEach
    void close() throws Exception {
        rehearsal.close();
    }

    @Override
    protected AssetStore store() {
        return store;
    }

    /** On another machine, with a spool of its own. */
    @Override
    protected AssetStore sameStore() {
        return same;
    }

    @Override
    protected AssetStore otherStore() {
        rehearsal.fake.bucket("another-bucket");
        FirebaseConfiguration c = rehearsal.configuration();
        return rehearsal.store(
                FirebaseConfiguration.of(c.project(), "another-bucket", c.account(), c.hosts()), new FakeAssetStore());
    }
}
