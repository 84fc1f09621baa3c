package dev.mvstudio.adapter.replicate;

import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.SubmissionKey;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Hands the pictures of one order over: small ones inside it, large ones as files. */
final class Handover {
    /** As Replicate advises. */
    private static final int MOST_INSIDE = 256_000;

    private final ReplicateClient client;
    private final SubmissionKey key;
    private final List<String> files = new ArrayList<>();

    Handover(ReplicateClient client, SubmissionKey key) {
        this.client = client;
        this.key = key;
    }

    /** Refuses what Replicate will not take, before anything is sent. */
    static void check(List<ReferenceImage> images, Refusals refusals) {
        for (ReferenceImage image : images) {
            if (image.asset().size() > Files.MOST) {
                throw refusals.invalid("Replicate takes files of up to 100 MB; the reference image "
                        + image.asset().id() + " has " + image.asset().size() + " bytes");
            }
        }
    }

    /** The address by which the order names a picture. */
    Object address(ReferenceImage image) {
        try {
            if (image.asset().size() <= MOST_INSIDE) {
                return inside(image);
            }
            String file = client.files().upload(image, key);
            files.add(file);
            return file;
        } catch (IOException e) {
            throw client.refusals()
                    .exception(
                            ErrorCode.PROVIDER_UNAVAILABLE,
                            "the reference image " + image.asset().id() + " cannot be read: " + e.getMessage(),
                            e);
        }
    }

    private static String inside(ReferenceImage image) throws IOException {
        try (InputStream in = image.bytes().open()) {
            byte[] bytes = in.readNBytes(MOST_INSIDE);
            return "data:" + image.asset().mediaType().mimeType() + ";base64,"
                    + Base64.getEncoder().encodeToString(bytes);
        }
    }

    /** Removes the files of an order that came to nothing. */
    void takeBack() {
        files.forEach(client.files()::remove);
    }
}
