package dev.mvstudio.adapter.firebase;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an asset, as text beside an object. One that is damaged is an error, never an absence.
 *
 * @param media the generation of the object that has its bytes
 * @param live false once it expired
 */
record CloudRecord(Asset asset, long media, boolean live) {
    private static final String LIVE = "live";
    private static final String EXPIRED = "expired";

    CloudRecord with(Asset changed) {
        return new CloudRecord(changed, media, live);
    }

    CloudRecord expired() {
        return new CloudRecord(asset, media, false);
    }

    /** Whether this is that asset, whenever it expires. */
    boolean isOf(Asset other) {
        return asset.expiringAt(null).equals(other.expiringAt(null));
    }

    Map<String, String> write() {
        Map<String, String> m = new LinkedHashMap<>();
        m.put("state", live ? LIVE : EXPIRED);
        m.put("id", asset.id().toString());
        m.put("collection", asset.collection().name());
        m.put("path", asset.path());
        m.put("object", ObjectNames.media(asset.path()));
        m.put("generation", Long.toString(media));
        m.put("type", asset.mediaType().name());
        put(m, "frame", asset.info().frame());
        put(m, "duration", asset.info().duration());
        m.put("audio", String.valueOf(asset.info().hasAudio()));
        m.put("size", Long.toString(asset.size()));
        m.put("sha256", asset.sha256());
        put(m, "created", asset.createdAt());
        put(m, "expires", asset.expiresAt());
        return m;
    }

    private static void put(Map<String, String> m, String key, @Nullable Object value) {
        if (value != null) {
            m.put(key, value.toString());
        }
    }

    /** @throws IllegalArgumentException when it is damaged */
    static CloudRecord read(Map<String, String> m) {
        try {
            MediaInfo info = new MediaInfo(
                    MediaType.valueOf(need(m, "type")),
                    maybe(m, "frame", CloudRecord::frame),
                    maybe(m, "duration", Duration::parse),
                    Boolean.parseBoolean(need(m, "audio")));
            Asset asset = new Asset(
                    AssetId.parse(need(m, "id")).orElseThrow(() -> new IllegalArgumentException("id")),
                    Collection.valueOf(need(m, "collection")),
                    need(m, "path"),
                    info,
                    Long.parseLong(need(m, "size")),
                    need(m, "sha256"),
                    Instant.parse(need(m, "created")),
                    maybe(m, "expires", Instant::parse));
            return new CloudRecord(
                    asset,
                    Long.parseLong(need(m, "generation")),
                    need(m, "state").equals(LIVE));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time", e);
        }
    }

    private static FrameSize frame(String text) {
        String[] sides = text.split("x", 2);
        if (sides.length != 2) {
            throw new IllegalArgumentException("frame");
        }
        return new FrameSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    private static String need(Map<String, String> m, String key) {
        String value = m.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key);
        }
        return value;
    }

    private static <T> @Nullable T maybe(Map<String, String> m, String key, Function<String, T> parse) {
        String value = m.get(key);
        return value == null ? null : parse.apply(value);
    }
}
