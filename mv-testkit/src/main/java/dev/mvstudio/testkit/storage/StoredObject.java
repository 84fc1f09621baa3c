package dev.mvstudio.testkit.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * An object of a bucket.
 *
 * @param generation grows with each overwriting
 * @param metageneration grows with each change of what is known of it
 * @param fields what the caller said of it: {@code contentType}, {@code cacheControl} …
 * @param metadata what the caller added of his own
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StoredObject(
        String bucket,
        String name,
        long generation,
        long metageneration,
        byte[] bytes,
        Map<String, String> fields,
        Map<String, String> metadata,
        Instant created,
        Instant updated) {
    public StoredObject {
        fields = Map.copyOf(fields);
        metadata = Map.copyOf(metadata);
    }

    /** As Google has it. */
    public static final String TOKENS = "firebaseStorageDownloadTokens";

    public @Nullable String contentType() {
        return fields.get("contentType");
    }

    String md5() {
        return md5(bytes);
    }

    String crc32c() {
        return crc32c(bytes);
    }

    static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String crc32c(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** Percent-encoded, the slash as well. */
    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Numbers are strings, as everywhere in this API. */
    ObjectNode json(URI base) {
        String place = "b/" + bucket + "/o/" + encoded(name);
        ObjectNode o = Json.object()
                .put("kind", "storage#object")
                .put("id", bucket + "/" + name + "/" + generation)
                .put("selfLink", base + "/storage/v1/" + place)
                .put("mediaLink", base + "/download/storage/v1/" + place + "?generation=" + generation + "&alt=media")
                .put("name", name)
                .put("bucket", bucket)
                .put("generation", Long.toString(generation))
                .put("metageneration", Long.toString(metageneration));
        new TreeMap<>(fields).forEach(o::put);
        o.put("storageClass", "STANDARD")
                .put("size", Integer.toString(bytes.length))
                .put("md5Hash", md5())
                .put("crc32c", crc32c())
                .put("etag", "C" + generation + "/" + metageneration)
                .put("timeCreated", time(created))
                .put("updated", time(updated))
                .put("timeStorageClassUpdated", time(created));
        if (!metadata.isEmpty()) {
            o.set("metadata", Json.tree(new TreeMap<>(metadata)));
        }
        return o;
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
