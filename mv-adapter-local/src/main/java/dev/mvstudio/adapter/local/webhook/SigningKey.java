package dev.mvstudio.adapter.local.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.mvstudio.domain.provider.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Signs messages as Standard Webhooks has it, so that receivers know who sent them. */
public final class SigningKey {
    /** What a secret looks like, for people. */
    public static final String FORM = "whsec_ and the base64 of 24 to 64 random bytes";

    private static final String PREFIX = "whsec_";

    private final Webhook webhook;

    /**
     * Takes the secret that receivers know, too.
     *
     * @throws IllegalArgumentException when it is not of the {@link #FORM}; the message does not show it
     */
    public SigningKey(Secret secret) {
        if (!isWellFormed(secret.reveal())) {
            throw new IllegalArgumentException("a webhook secret is " + FORM);
        }
        this.webhook = new Webhook(secret.reveal());
    }

    /** Whether this is a secret of the {@link #FORM}. */
    public static boolean isWellFormed(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return false;
        }
        try {
            int bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
            return bytes >= 24 && bytes <= 64;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** The value of {@code webhook-signature}. */
    String sign(String id, Instant at, byte[] body) {
        try {
            return webhook.sign(id, at.getEpochSecond(), new String(body, StandardCharsets.UTF_8));
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("this JVM has no HMAC-SHA256", e);
        }
    }
}
