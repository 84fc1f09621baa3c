package dev.mvstudio.testkit.storage;

import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Cut;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends the bytes of an object, or a part of them. */
final class Reading {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]*)-([0-9]*)");

    private Reading() {}

    private record Part(int first, int end, boolean whole) {}

    /**
     * All, or what the range says.
     *
     * @param cut whether half of it is sent
     */
    static Answer of(StoredObject object, String range, boolean cut) throws Refused {
        Part part = part(object, range);
        byte[] bytes = Arrays.copyOfRange(object.bytes(), part.first, part.end);
        String type = object.contentType() == null ? "application/octet-stream" : object.contentType();
        return Answer.streamed(type, exchange -> {
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", type);
            headers.set("ETag", "C" + object.generation());
            headers.set("Accept-Ranges", "bytes");
            headers.set("x-goog-generation", Long.toString(object.generation()));
            headers.set("x-goog-metageneration", Long.toString(object.metageneration()));
            headers.set("x-goog-stored-content-length", Integer.toString(object.bytes().length));
            headers.set("x-goog-stored-content-encoding", "identity");
            headers.add("x-goog-hash", "crc32c=" + object.crc32c());
            headers.add("x-goog-hash", "md5=" + object.md5());
            if (!part.whole) {
                headers.set(
                        "Content-Range", "bytes " + part.first + "-" + (part.end - 1) + "/" + object.bytes().length);
            }
            exchange.sendResponseHeaders(part.whole ? 200 : 206, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes, 0, cut ? bytes.length / 2 : bytes.length);
            exchange.getResponseBody().flush();
            if (cut) {
                throw new Cut();
            }
        });
    }

    private static Part part(StoredObject object, String range) throws Refused {
        int size = object.bytes().length;
        Matcher m = RANGE.matcher(range);
        if (!m.matches() || (m.group(1).isEmpty() && m.group(2).isEmpty())) {
            return new Part(0, size, true);
        }
        long first = m.group(1).isEmpty() ? Math.max(0, size - Long.parseLong(m.group(2))) : Long.parseLong(m.group(1));
        long end = m.group(1).isEmpty() || m.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(m.group(2)) + 1);
        if (first >= end) {
            throw new Refused(416, "requestedRangeNotSatisfiable", "Request range not satisfiable");
        }
        return new Part((int) first, (int) end, false);
    }
}
