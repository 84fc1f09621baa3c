package dev.mvstudio.adapter.firebase;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Collection;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * What is where in the bucket:
 *
 * <pre>
 * videos/&lt;id&gt;.mp4 …                           the media, at the path that was asked for; only that
 * &lt;folder_id&gt;/images/scene_0001.png           of sequences/&lt;folder_id&gt;/… the first step is left out
 * .mvstudio/assets/&lt;id&gt;                        what is known of an asset; there is an asset if and only if this is there
 * .mvstudio/sha256/&lt;collection&gt;/&lt;sha&gt;/&lt;id&gt;    empty; leads from a checksum to ids, which may be gone
 * .mvstudio/expiry/&lt;time&gt;/&lt;id&gt;                empty; leads from a time to assets that may be swept away then
 * .mvstudio/expired/&lt;time&gt;/&lt;id&gt;               empty; leads from a time to assets that expired then
 * .mvstudio/leftovers/&lt;id&gt;.&lt;generation&gt;        media that are about to be removed
 * </pre>
 */
final class ObjectNames {
    private static final String HIDDEN = ".mvstudio/";
    static final String EXPIRY = HIDDEN + "expiry/";
    static final String EXPIRED = HIDDEN + "expired/";
    static final String LEFTOVERS = HIDDEN + "leftovers/";

    /** Later than any time that an asset has. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private ObjectNames() {}

    /** A sequence that is named as one of our folders stays below {@code sequences/}, so that no two paths meet. */
    static String media(String path) {
        String prefix = Collection.SEQUENCES.folder() + "/";
        if (!path.startsWith(prefix)) {
            return path;
        }
        String rest = path.substring(prefix.length());
        int slash = rest.indexOf('/');
        boolean ours = slash < 0
                || Arrays.stream(Collection.values()).anyMatch(c -> c.folder().equals(rest.substring(0, slash)));
        return ours ? path : rest;
    }

    static String record(AssetId id) {
        return HIDDEN + "assets/" + id;
    }

    /** @throws IllegalArgumentException when this is no checksum */
    static String checksums(Collection collection, String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a SHA-256 is 64 lower-case hexadecimal digits");
        }
        return HIDDEN + "sha256/" + collection.folder() + "/" + sha256 + "/";
    }

    static String checksum(Asset asset) {
        return checksums(asset.collection(), asset.sha256()) + asset.id();
    }

    static String expiry(Instant at, AssetId id) {
        return EXPIRY + time(at) + "/" + id;
    }

    static String expired(Instant at, AssetId id) {
        return EXPIRED + time(at) + "/" + id;
    }

    static String leftover(AssetId id, long generation) {
        return LEFTOVERS + id + "." + generation;
    }

    /** Sorts as text as it does as time. */
    static String time(Instant at) {
        Instant shown = at.isAfter(LAST) ? LAST : at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at;
        return String.format(Locale.ROOT, "%012d.%09d", shown.getEpochSecond(), shown.getNano());
    }

    /** The last step of a name. */
    static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
