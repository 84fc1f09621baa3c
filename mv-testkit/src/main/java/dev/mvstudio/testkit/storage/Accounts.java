package dev.mvstudio.testkit.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who may do what: one service account, or everybody. */
final class Accounts {
    static final String EMAIL = "mv@example.iam.gserviceaccount.com";
    private static final String TOKEN = "ya29.FakeAccessTokenForTests";

    private final URI base;
    private final KeyPair keys;
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private volatile boolean required;
    private volatile boolean expired;

    Accounts(URI base) {
        this.base = base;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.keys = generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on only who signed in is let in. */
    void require() {
        required = true;
    }

    /** From now on its key is worth nothing. */
    void expire() {
        expired = true;
    }

    Set<String> denied() {
        return denied;
    }

    String privateKey() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    String json(String project) {
        return Json.object()
                .put("type", "service_account")
                .put("project_id", project)
                .put("private_key_id", "0123456789abcdef")
                .put("private_key", privateKey())
                .put("client_email", EMAIL)
                .put("client_id", "100000000000000000001")
                .put("token_uri", base + "/token")
                .toString();
    }

    Answer signIn(Asked asked) {
        String body = new String(asked.body(), StandardCharsets.UTF_8);
        if (expired || !body.contains("jwt-bearer") || !body.contains("assertion=")) {
            ObjectNode error =
                    Json.object().put("error", "invalid_grant").put("error_description", "Invalid JWT Signature.");
            return Answer.json(400, error);
        }
        return Answer.json(
                200,
                Json.object().put("access_token", TOKEN).put("expires_in", 3599).put("token_type", "Bearer"));
    }

    void check(Asked asked, Call call) throws Refused {
        boolean signedIn = asked.header("Authorization")
                .filter(("Bearer " + TOKEN)::equals)
                .isPresent();
        if (required && (!signedIn || expired)) {
            throw Refused.unauthorized();
        }
        String permission = permission(call);
        if (denied.contains(permission)) {
            throw Refused.forbidden(EMAIL, permission, "object");
        }
    }

    private static String permission(Call call) {
        return switch (call) {
            case UPLOAD, UPLOAD_BEGIN, UPLOAD_PART -> "storage.objects.create";
            case DESCRIBE, READ -> "storage.objects.get";
            case PATCH -> "storage.objects.update";
            case DELETE -> "storage.objects.delete";
            case LIST -> "storage.objects.list";
            case BUCKET, DOWNLOAD, SIGN_IN, OTHER -> "";
        };
    }
}
