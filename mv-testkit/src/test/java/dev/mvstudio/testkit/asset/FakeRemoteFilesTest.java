package dev.mvstudio.testkit.asset;

import dev.mvstudio.domain.asset.RemoteFiles;
import java.net.URI;

class FakeRemoteFilesTest extends RemoteFilesContract {
    private final FakeRemoteFiles files = new FakeRemoteFiles();

    FakeRemoteFilesTest() {
        files.put(there().toString(), BYTES);
    }

    @Override
    protected RemoteFiles files() {
        return files;
    }

    @Override
    protected URI there() {
        return URI.create("https://example.org/picture.png");
    }

    @Override
    protected URI nothing() {
        return URI.create("https://example.org/nothing.png");
    }
}
