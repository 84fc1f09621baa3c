package dev.mvstudio.testkit.storage;

import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Cut;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uploads in pieces, which can be taken up again where they stopped. */
final class Uploads {
    private static final int PIECE = 256 * 1024;
    private static final Pattern PART = Pattern.compile("bytes ([0-9]+)-([0-9]+)/([0-9]+|\\*)");
    private static final Pattern QUESTION = Pattern.compile("bytes \\*/([0-9]+|\\*)");

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Buckets buckets;
    private final Ledger ledger;
    private final URI base;

    private static final class Session {
        final Asked begun;
        final String bucket;
        final String name;
        final Description description;
        final Map<String, String> fields;
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Optional<StoredObject> done = Optional.empty();

        Session(Asked begun, String bucket, String name, Description description, Map<String, String> fields) {
            this.begun = begun;
            this.bucket = bucket;
            this.name = name;
            this.description = description;
            this.fields = fields;
        }
    }

    Uploads(Buckets buckets, Ledger ledger, URI base) {
        this.buckets = buckets;
        this.ledger = ledger;
        this.base = base;
    }

    /** How many were begun and not ended. */
    int open() {
        return (int) sessions.values().stream().filter(s -> s.done.isEmpty()).count();
    }

    Answer begin(Asked asked, String bucket, String name, Description description) throws Refused {
        buckets.check(bucket);
        if (asked.query("ifGenerationMatch").filter("0"::equals).isPresent()
                && buckets.find(bucket, name).isPresent()) {
            throw Refused.precondition();
        }
        String id = "ABg" + UUID.randomUUID().toString().replace("-", "");
        String type = asked.header("X-Upload-Content-Type").orElse(null);
        sessions.put(id, new Session(asked, bucket, name, description, description.fields(type)));
        String location = base + "/upload/storage/v1/b/" + bucket + "/o?uploadType=resumable&name="
                + StoredObject.encoded(name) + "&upload_id=" + id;
        return Answer.text(
                200, "text/plain; charset=utf-8", "", Map.of("Location", location, "X-GUploader-UploadID", id));
    }

    Answer cancel(String id) throws Refused {
        session(id);
        sessions.remove(id);
        return Answer.text(499, "text/plain; charset=utf-8", "");
    }

    private Session session(String id) throws Refused {
        Session session = sessions.get(id);
        if (session == null) {
            throw new Refused(404, "notFound", "Upload not found: it expired, or there never was one.");
        }
        return session;
    }

    /** Takes some bytes, or says how many there are. */
    Answer part(Asked asked, String id) throws Refused {
        Session session = session(id);
        synchronized (session) {
            String range = asked.header("Content-Range")
                    .orElse("bytes 0-" + (asked.body().length - 1) + "/" + asked.body().length);
            if (session.done.isPresent()) {
                return Answer.json(200, session.done.get().json(base));
            }
            Matcher question = QUESTION.matcher(range);
            if (question.matches()) {
                return asked(session, question.group(1));
            }
            return add(asked, session, range);
        }
    }

    /** {@code bytes *}{@code /5}: with the number of bytes that there are, this ends the upload. */
    private Answer asked(Session session, String total) throws Refused {
        if (!total.equals("*") && Long.parseLong(total) == session.bytes.size()) {
            return end(session);
        }
        return incomplete(session);
    }

    private Answer add(Asked asked, Session session, String range) throws Refused {
        Matcher part = PART.matcher(range);
        if (!part.matches()) {
            throw Refused.invalid("Failed to parse Content-Range header.");
        }
        long first = Long.parseLong(part.group(1));
        long last = Long.parseLong(part.group(2));
        byte[] bytes = asked.body();
        boolean ends = !part.group(3).equals("*") && last + 1 == Long.parseLong(part.group(3));
        if (last - first + 1 != bytes.length) {
            throw Refused.invalid("The Content-Range header does not fit the number of bytes that were sent.");
        }
        if (first > session.bytes.size()) {
            throw new Refused(
                    503,
                    "backendError",
                    "Invalid request. According to the Content-Range header, the upload"
                            + " offset is " + first + " byte(s), which exceeds already uploaded size of "
                            + session.bytes.size() + " byte(s).");
        }
        if (!ends && bytes.length % PIECE != 0) {
            throw Refused.invalid(
                    "Invalid request. The number of bytes uploaded is required to be equal or greater than"
                            + " 262144, except for the final request (it's recommended to be the exact multiple of 262144). The"
                            + " received request contained " + bytes.length
                            + " bytes, which does not meet this requirement.");
        }
        ledger.uploaded(bytes.length);
        int known = (int) (session.bytes.size() - first);
        session.bytes.write(bytes, known, Math.max(0, bytes.length - known));
        if (!ends) {
            return incomplete(session);
        }
        Description.check("CRC32C", hash(asked), StoredObject.crc32c(session.bytes.toByteArray()));
        return end(session);
    }

    /** {@code x-goog-hash: crc32c=…,md5=…}. */
    private static Optional<String> hash(Asked asked) {
        return asked.header("x-goog-hash").stream()
                .flatMap(h -> Arrays.stream(h.split(",", -1)))
                .map(String::strip)
                .filter(h -> h.startsWith("crc32c="))
                .map(h -> h.substring("crc32c=".length()))
                .findFirst();
    }

    private Answer end(Session session) throws Refused {
        byte[] bytes = session.bytes.toByteArray();
        session.description.check(bytes);
        StoredObject made = buckets.put(
                session.begun,
                session.bucket,
                session.name,
                bytes,
                session.fields,
                session.description.metadataToKeep());
        session.done = Optional.of(made);
        return Answer.json(200, made.json(base));
    }

    private static Answer incomplete(Session session) {
        int size = session.bytes.size();
        return Answer.text(
                308, "text/plain; charset=utf-8", "", size == 0 ? Map.of() : Map.of("Range", "bytes=0-" + (size - 1)));
    }

    /** Half of the bytes arrive, and whole pieces of them are kept. */
    Cut cut(Asked asked, String id) throws Refused {
        Session session = session(id);
        synchronized (session) {
            int kept = asked.body().length / 2 / PIECE * PIECE;
            ledger.uploaded(asked.body().length / 2);
            session.bytes.write(asked.body(), 0, kept);
        }
        return new Cut();
    }
}
