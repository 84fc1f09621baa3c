package dev.mvstudio.testkit.job;

import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.job.Documents;
import dev.mvstudio.testkit.asset.FakeAssetStore;

class FakeDocumentsTest extends DocumentsContract {
    private final FakeAssetStore assets = new FakeAssetStore();
    private final FakeDocuments documents = new FakeDocuments();

    @Override
    protected Documents documents() {
        return documents;
    }

    @Override
    protected Documents sameDocuments() {
        return documents;
    }

    @Override
    protected AssetStore assets() {
        return assets;
    }
}
