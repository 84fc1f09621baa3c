package dev.mvstudio.testkit.asset;

import dev.mvstudio.domain.asset.RemoteFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An internet of a few files. Refuses what is not https. */
public final class FakeRemoteFiles implements RemoteFiles {
    private final Map<URI, byte[]> files = new ConcurrentHashMap<>();

    /** From now on there is a file at this address. */
    public void put(String address, byte[] bytes) {
        files.put(URI.create(address), bytes.clone());
    }

    @Override
    public InputStream fetch(URI address) throws IOException {
        if (!"https".equals(address.getScheme())) {
            throw new AddressRefusedException("must be an https address");
        }
        byte[] bytes = files.get(address);
        if (bytes == null) {
            throw new IOException("404 Not Found");
        }
        return new ByteArrayInputStream(bytes);
    }
}
