package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.domain.image.ReferenceImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A picture as browsers send files. It is named by what is in it, so that the same one is there once, however often it is
 * sent.
 *
 * @param name of the file
 * @param body of the request
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Upload(String name, byte[] body) {
    /** Where our pictures are among those of others. */
    static final String FOLDER = "mv";

    private static final String BOUNDARY = "mv-studio-7c1f0a52d9";

    static Upload of(ReferenceImage image) {
        byte[] bytes = read(image);
        String name = sha256(bytes) + "." + image.asset().mediaType().extension();
        ByteArrayOutputStream body = new ByteArrayOutputStream(bytes.length + 1024);
        body.writeBytes(ascii(field("type", "input") + field("subfolder", FOLDER)
                + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"image\"; filename=\"" + name
                + "\"\r\nContent-Type: " + image.asset().mediaType().mimeType() + "\r\n\r\n"));
        body.writeBytes(bytes);
        body.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
        return new Upload(name, body.toByteArray());
    }

    private static byte[] read(ReferenceImage image) {
        try (InputStream in = image.bytes().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "reading the reference image " + image.asset().id(), e);
        }
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }
}
