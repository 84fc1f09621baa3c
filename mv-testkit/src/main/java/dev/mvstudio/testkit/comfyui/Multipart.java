package dev.mvstudio.testkit.comfyui;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;

/**
 * A form with a file in it.
 *
 * @param fields those that are no files
 * @param files by the name of their field
 */
record Multipart(Map<String, String> fields, Map<String, Part> files) {
    /** A file: what it is called, and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Part(String name, byte[] bytes) {}

    /**
     * Reads one.
     *
     * @throws Refused when it is none
     */
    static Multipart read(String contentType, byte[] body) throws IOException {
        String boundary = new ParameterParser().parse(contentType, ';').get("boundary");
        Multipart form = new Multipart(new HashMap<>(), new HashMap<>());
        if (!contentType.startsWith("multipart/form-data") || boundary == null) {
            return form;
        }
        MultipartInput parts = MultipartInput.builder()
                .setInputStream(new ByteArrayInputStream(body))
                .setBoundary(boundary.getBytes(ISO_8859_1))
                .get();
        try {
            for (boolean more = parts.skipPreamble(); more; more = parts.readBoundary()) {
                form.add(parts);
            }
        } catch (MultipartInput.MalformedStreamException e) {
            throw Refused.stumbled();
        }
        return form;
    }

    private void add(MultipartInput parts) throws IOException {
        Map<String, String> headers = new HashMap<>();
        parts.readHeaders().lines().filter(line -> line.contains(":")).forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1));
        });
        Map<String, String> disposition =
                new ParameterParser().parse(headers.getOrDefault("content-disposition", ""), ';');
        String name = disposition.getOrDefault("name", "");
        try (InputStream part = parts.newInputStream()) {
            if (disposition.containsKey("filename")) {
                files.put(name, new Part(disposition.getOrDefault("filename", ""), part.readAllBytes()));
            } else {
                fields.put(name, new String(part.readAllBytes(), UTF_8));
            }
        }
    }
}
