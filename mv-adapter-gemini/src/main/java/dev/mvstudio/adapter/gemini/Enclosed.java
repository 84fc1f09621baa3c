package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** Reference images as parts of a request. */
record Enclosed(Refusals refusals) {
    /**
     * The bytes of a picture, as they are sent.
     *
     * @throws ProviderException when they cannot be read; nothing was sent, so it may be tried again
     */
    String base64(ReferenceImage image) {
        try (InputStream in = image.bytes().open()) {
            return Base64.getEncoder().encodeToString(in.readAllBytes());
        } catch (IOException e) {
            throw refusals.exception(
                    ErrorCode.PROVIDER_UNAVAILABLE,
                    "the reference image " + image.asset().id() + " cannot be read: " + e.getMessage(),
                    e);
        }
    }
}
