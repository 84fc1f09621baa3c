package dev.mvstudio.adapter.firebase;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where anybody can download an asset who knows its token. The token follows from the asset's id, which only those know
 * who may read it; so the address is known before the bytes are there, and does not change when they are sent twice.
 *
 * @param base where Firebase lets download
 */
record Downloads(URI base, String bucket) {
    /** What Firebase calls it. */
    static final String TOKENS = "firebaseStorageDownloadTokens";

    static Downloads of(FirebaseConfiguration configuration) {
        return new Downloads(configuration.hosts().downloads(), configuration.bucket());
    }

    String token(AssetId id) {
        byte[] of = ("download token of " + id + " in " + bucket).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(of).toString();
    }

    URI address(Asset asset) {
        String root = base.toString().replaceAll("/+$", "");
        String object = encoded(ObjectNames.media(asset.path()));
        return URI.create(root + "/v0/b/" + bucket + "/o/" + object + "?alt=media&token=" + token(asset.id()));
    }

    /** A slash is %2F there, and a blank %20. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
