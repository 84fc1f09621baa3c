package dev.mvstudio.adapter.local.asset;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaType;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is known of an asset, as a properties file. One that is cut or changed is an error, never an absence. */
final class Sidecar {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Written last, so that a cut file misses it. */
    private static final String END = "\nend=end\n";

    private Sidecar() {}

    static byte[] write(Asset asset) {
        Properties p = new Properties();
        p.setProperty("id", asset.id().toString());
        p.setProperty("collection", asset.collection().name());
        p.setProperty("path", asset.path());
        p.setProperty("type", asset.mediaType().name());
        FrameSize frame = asset.info().frame();
        if (frame != null) {
            p.setProperty("frame", frame.toString());
        }
        put(p, "duration", asset.info().duration());
        p.setProperty("audio", String.valueOf(asset.info().hasAudio()));
        p.setProperty("size", String.valueOf(asset.size()));
        p.setProperty("sha256", asset.sha256());
        put(p, "created", asset.createdAt());
        put(p, "expires", asset.expiresAt());
        StringWriter text = new StringWriter();
        try {
            p.store(text, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return (text.toString().strip() + END).getBytes(StandardCharsets.UTF_8);
    }

    private static void put(Properties p, String key, @Nullable Object value) {
        if (value != null) {
            p.setProperty(key, value.toString());
        }
    }

    /**
     * Reads it back.
     *
     * @throws IOException when it is damaged
     */
    static Asset read(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.endsWith(END)) {
            throw new IOException("the record of an asset is cut");
        }
        Properties p = new Properties();
        try {
            p.load(new StringReader(text));
            return read(p);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("the record of an asset is damaged", e);
        }
    }

    private static Asset read(Properties p) {
        String sha256 = need(p, "sha256");
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("sha256");
        }
        MediaInfo info = new MediaInfo(
                MediaType.valueOf(need(p, "type")),
                maybe(p, "frame", Sidecar::frame),
                maybe(p, "duration", Duration::parse),
                Boolean.parseBoolean(need(p, "audio")));
        return new Asset(
                AssetId.parse(need(p, "id")).orElseThrow(() -> new IllegalArgumentException("id")),
                Collection.valueOf(need(p, "collection")),
                need(p, "path"),
                info,
                Long.parseLong(need(p, "size")),
                sha256,
                Instant.parse(need(p, "created")),
                maybe(p, "expires", Instant::parse));
    }

    private static FrameSize frame(String text) {
        int x = text.indexOf('x');
        if (x < 0) {
            throw new IllegalArgumentException("frame");
        }
        return new FrameSize(Integer.parseInt(text.substring(0, x)), Integer.parseInt(text.substring(x + 1)));
    }

    private static String need(Properties p, String key) {
        String value = p.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException(key);
        }
        return value;
    }

    private static <T> @Nullable T maybe(Properties p, String key, Function<String, T> parse) {
        String value = p.getProperty(key);
        return value == null ? null : parse.apply(value);
    }
}
