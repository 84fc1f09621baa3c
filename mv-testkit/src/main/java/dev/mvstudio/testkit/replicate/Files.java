package dev.mvstudio.testkit.replicate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;

/** The files that were handed in, on disk. */
public final class Files {
    private static final long LARGEST = 100L * 1024 * 1024;
    private static final int LONGEST_NAME = 255;

    private record Kept(String id, String name, String type, Path file, long size, String sha256, JsonNode metadata) {}

    private record Dated(Kept kept, Instant created, Instant expires) {}

    private final Path folder;
    private final Clock clock;
    private final URI api;
    private final byte[] signingKey;
    private final Supplier<String> ids;
    private final Map<String, Dated> files = new ConcurrentHashMap<>();
    private volatile Duration kept = Timing.USUAL.files();

    Files(Clock clock, URI api, String signingKey, Supplier<String> ids) {
        try {
            this.folder = java.nio.file.Files.createTempDirectory("fake-replicate");
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder for files", e);
        }
        this.clock = clock;
        this.api = api;
        this.signingKey = signingKey.getBytes(UTF_8);
        this.ids = ids;
    }

    /** How long files are kept that come from now on; 24 hours at first. */
    public void keeping(Duration time) {
        kept = time;
    }

    /** The ids of those that are there now. */
    public List<String> present() {
        Instant now = clock.instant();
        return files.values().stream()
                .filter(f -> now.isBefore(f.expires))
                .map(f -> f.kept.id)
                .toList();
    }

    /** The bytes of one that is there. */
    public byte[] bytes(String id) {
        try {
            return java.nio.file.Files.readAllBytes(find(id).kept.file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether what is behind this URI can be had: as far as it is one of ours. */
    boolean has(URI uri) {
        String own = api + "/files/";
        String text = uri.toString();
        return !text.startsWith(own) || present().contains(text.substring(own.length()));
    }

    /**
     * Keeps what is handed in.
     *
     * @param contentType of the whole body: {@code multipart/form-data; boundary=…}
     */
    Answer create(InputStream body, String contentType) throws IOException {
        String boundary = new ParameterParser().parse(contentType, ';').get("boundary");
        if (!contentType.startsWith("multipart/form-data") || boundary == null) {
            return Answer.problem(415, "{\"detail\":\"Unsupported media type\"}");
        }
        Map<String, String> fields = new HashMap<>();
        Path file = folder.resolve(ids.get());
        MultipartInput parts = MultipartInput.builder()
                .setInputStream(body)
                .setBoundary(boundary.getBytes(ISO_8859_1))
                .get();
        try {
            for (boolean more = parts.skipPreamble(); more; more = parts.readBoundary()) {
                readPart(parts, file, fields);
            }
        } catch (MultipartInput.MalformedStreamException e) {
            throw new Refused(Answer.problem(400, "{\"detail\":\"Malformed multipart body\"}"));
        }
        body.transferTo(OutputStream.nullOutputStream());
        return Answer.json(201, show(keep(file, fields)));
    }

    private static void readPart(MultipartInput parts, Path file, Map<String, String> fields) throws IOException {
        Map<String, String> headers = new HashMap<>();
        parts.readHeaders().lines().filter(l -> l.contains(":")).forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).strip().toLowerCase(java.util.Locale.ROOT), line.substring(colon + 1));
        });
        ParameterParser parser = new ParameterParser();
        Map<String, String> disposition = parser.parse(headers.getOrDefault("content-disposition", ""), ';');
        String name = disposition.getOrDefault("name", "");
        try (InputStream part = parts.newInputStream()) {
            if (name.equals("content")) {
                fields.put("sha256", write(part, file));
                fields.putIfAbsent("filename", disposition.getOrDefault("filename", "file"));
                if (headers.containsKey("content-type")) {
                    fields.putIfAbsent("type", headers.get("content-type").strip());
                }
            } else {
                fields.put(name, new String(part.readAllBytes(), UTF_8));
            }
        }
    }

    private static String write(InputStream part, Path file) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(java.nio.file.Files.newOutputStream(file), digest)) {
            part.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Dated keep(Path file, Map<String, String> fields) throws IOException {
        if (!fields.containsKey("sha256")) {
            throw invalid("content is required");
        }
        String name = fields.getOrDefault("filename", "file");
        if (name.getBytes(UTF_8).length > LONGEST_NAME) {
            throw invalid("filename must be 255 bytes or less");
        }
        long size = java.nio.file.Files.size(file);
        if (size > LARGEST) {
            java.nio.file.Files.delete(file);
            throw new Refused(Answer.problem(413, Texts.FILE_TOO_LARGE));
        }
        Kept one = new Kept(
                file.getFileName().toString(),
                name,
                fields.getOrDefault("type", "application/octet-stream"),
                file,
                size,
                fields.get("sha256"),
                metadata(fields.getOrDefault("metadata", "{}")));
        Dated dated = new Dated(one, clock.instant(), clock.instant().plus(kept));
        files.put(one.id, dated);
        return dated;
    }

    private static JsonNode metadata(String text) {
        try {
            JsonNode metadata = Json.read(text);
            if (metadata.isObject()) {
                return metadata;
            }
        } catch (IOException e) {
            // Told below, as for other values that are no object.
        }
        throw invalid("metadata must be a JSON object");
    }

    private static Refused invalid(String detail) {
        return new Refused(Answer.problem(
                422, Json.object().put("detail", detail).put("status", 422).toString()));
    }

    private Dated find(String id) {
        Dated found = files.get(id);
        if (found == null || !clock.instant().isBefore(found.expires)) {
            throw new Refused(Answer.problem(404, Texts.FILE_NOT_FOUND));
        }
        return found;
    }

    private ObjectNode show(Dated file) {
        ObjectNode shown = Json.object();
        shown.put("id", file.kept.id).put("content_type", file.kept.type).put("size", file.kept.size);
        shown.putObject("checksums").put("sha256", file.kept.sha256);
        shown.set("metadata", file.kept.metadata);
        shown.put("created_at", Prediction.text(file.created)).put("expires_at", Prediction.text(file.expires));
        shown.putObject("urls").put("get", api + "/files/" + file.kept.id);
        return shown;
    }

    Answer get(String id) {
        return Answer.json(200, show(find(id)));
    }

    Answer list() {
        ObjectNode page = Json.object().putNull("next").putNull("previous");
        ArrayNode results = page.putArray("results");
        List<Dated> there = new ArrayList<>(
                present().stream().map(files::get).filter(f -> f != null).toList());
        there.sort(Comparator.comparing(Dated::created).reversed());
        there.forEach(f -> results.add(show(f)));
        return Answer.json(200, page);
    }

    Answer delete(String id) throws IOException {
        java.nio.file.Files.deleteIfExists(find(id).kept.file);
        files.remove(id);
        return Answer.empty(204);
    }

    /** The bytes, for whoever has a link that is signed and not too old. */
    Answer download(String id, Map<String, String> query) {
        String owner = query.getOrDefault("owner", "");
        String expiry = query.getOrDefault("expiry", "");
        boolean signed = sign(owner, id, expiry).equals(query.get("signature"));
        if (!signed || !expiry.matches("\\d{1,12}") || clock.instant().getEpochSecond() > Long.parseLong(expiry)) {
            throw new Refused(Answer.problem(404, Texts.FILE_NOT_FOUND));
        }
        return Answer.bytes(200, "application/octet-stream", bytes(id));
    }

    /** The signature of a download link: {@code owner}, {@code id} and {@code expiry} (Unix seconds), one blank between. */
    public String sign(String owner, String id, String expiry) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(signingKey, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal((owner + " " + id + " " + expiry).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void close() throws IOException {
        try (var left = java.nio.file.Files.list(folder)) {
            for (Path file : left.toList()) {
                java.nio.file.Files.delete(file);
            }
        }
        java.nio.file.Files.delete(folder);
    }
}
