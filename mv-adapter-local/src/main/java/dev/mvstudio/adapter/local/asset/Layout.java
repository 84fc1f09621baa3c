package dev.mvstudio.adapter.local.asset;

import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Collection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where things are below the root:
 *
 * <pre>
 * videos/&lt;id&gt;.mp4 …                the media, at the path that was asked for
 * .meta/&lt;2&gt;/&lt;id&gt;.properties       what is known of an asset; there is an asset if and only if this is there
 * .expired/&lt;2&gt;/&lt;id&gt;.properties    what was known of an asset that expired
 * .sha/&lt;collection&gt;/&lt;2&gt;/&lt;sha&gt;/&lt;id&gt;  empty; leads from a checksum to ids, which may be gone
 * .parts/                          drafts and their locks
 * .store, .store.new               the name of the store, and the one that is being made
 * .commit, .commit.lock            the change that is under way, and the lock for making one
 * </pre>
 */
record Layout(Path root) {
    /** Names that are safe on every system; none of ours, which start with a dot. */
    private static final Pattern PATH =
            Pattern.compile("(?:[A-Za-z0-9_][A-Za-z0-9._-]{0,99}/){0,4}" + "[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    Path name() {
        return root.resolve(".store");
    }

    Path newName() {
        return root.resolve(".store.new");
    }

    Path parts() {
        return root.resolve(".parts");
    }

    Path meta() {
        return root.resolve(".meta");
    }

    Path journal() {
        return root.resolve(".commit");
    }

    Path lock() {
        return root.resolve(".commit.lock");
    }

    Path expired() {
        return root.resolve(".expired");
    }

    Path sidecar(AssetId id) {
        return record(meta(), id);
    }

    Path tombstone(AssetId id) {
        return record(expired(), id);
    }

    private static Path record(Path folder, AssetId id) {
        String name = id.toString();
        return folder.resolve(name.substring(0, 2)).resolve(name + ".properties");
    }

    /**
     * The folder of those with these bytes.
     *
     * @throws IllegalArgumentException when this is no checksum
     */
    Path marks(Collection collection, String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 is 64 lower-case hexadecimal digits");
        }
        return root.resolve(".sha")
                .resolve(collection.folder())
                .resolve(sha256.substring(0, 2))
                .resolve(sha256);
    }

    /**
     * The file of a relative path.
     *
     * @throws IllegalArgumentException when it is no plain path below the root
     */
    Path media(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("the path of an asset is made of plain names below the store's root");
        }
        return root.resolve(path);
    }

    /** Refuses a folder that is a link to somewhere outside. */
    void checkInside(Path media) throws IOException {
        for (Path folder = media.getParent(); folder != null && !folder.equals(root); folder = folder.getParent()) {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                    && !folder.toRealPath().startsWith(root.toRealPath())) {
                throw new IllegalArgumentException("the path of an asset must not lead out of the store");
            }
        }
    }
}
