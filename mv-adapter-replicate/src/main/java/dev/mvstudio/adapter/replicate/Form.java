package dev.mvstudio.adapter.replicate;

import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.SubmissionKey;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/** A picture as browsers send files: what stands before its bytes, and behind. */
final class Form {
    private final String boundary;
    private final byte[] before;
    private final byte[] after;
    private final long size;

    /** @param key marks the file as ours, and parts the form: a picture does not contain it by chance */
    Form(ReferenceImage image, SubmissionKey key) {
        MediaType type = image.asset().mediaType();
        String name = "reference." + type.extension();
        this.boundary = "mv-" + key;
        this.before = bytes(part("filename", "", name)
                + part("type", "", type.mimeType())
                + part("metadata", "Content-Type: application/json\r\n", "{\"mv_studio\":\"" + key + "\"}")
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"content\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type.mimeType() + "\r\n\r\n");
        this.after = bytes("\r\n--" + boundary + "--\r\n");
        this.size = image.asset().size();
    }

    private String part(String name, String headers, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n" + headers + "\r\n"
                + value + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    long length() {
        return before.length + size + after.length;
    }

    InputStream around(InputStream bytes) {
        return new SequenceInputStream(
                new ByteArrayInputStream(before), new SequenceInputStream(bytes, new ByteArrayInputStream(after)));
    }
}
