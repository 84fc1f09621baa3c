package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.wire.Content;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/**
 * A picture as browsers send files. It is named by what is in it, so that the same one is there once, however often it is
 * sent.
 */
record Upload(ReferenceImage image) {
    /** Where our pictures are among those of others. */
    static final String FOLDER = "mv";

    private static final String BOUNDARY = "mv-studio-7c1f0a52d9";

    /** The form around the picture, which is read while it is sent. */
    Content content() {
        Asset asset = image.asset();
        String name = asset.sha256() + "." + asset.mediaType().extension();
        byte[] before = ascii(field("type", "input") + field("subfolder", FOLDER)
                + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"image\"; filename=\"" + name
                + "\"\r\nContent-Type: " + asset.mediaType().mimeType() + "\r\n\r\n");
        byte[] after = ascii("\r\n--" + BOUNDARY + "--\r\n");
        return Content.of(
                "multipart/form-data; boundary=" + BOUNDARY,
                () -> around(before, image.bytes().open(), after),
                before.length + asset.size() + after.length);
    }

    private static InputStream around(byte[] before, InputStream bytes, byte[] after) {
        return new SequenceInputStream(
                new ByteArrayInputStream(before), new SequenceInputStream(bytes, new ByteArrayInputStream(after)));
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
