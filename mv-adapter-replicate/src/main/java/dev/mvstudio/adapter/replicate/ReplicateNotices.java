package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ForgedNoticeException;
import dev.mvstudio.domain.provider.Notice;
import dev.mvstudio.domain.provider.NoticeReceiver;
import dev.mvstudio.wire.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads Replicate's webhooks: signed as Standard Webhooks has it, not older than five minutes. */
public final class ReplicateNotices implements NoticeReceiver {
    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";
    private static final long TOLERANCE = Duration.ofMinutes(5).toSeconds();

    private final ReplicateClient client;
    private final NoticeSecret secret;

    public ReplicateNotices(ReplicateClient client) {
        this.client = client;
        this.secret = new NoticeSecret(client);
    }

    @Override
    public Backend backend() {
        return client.settings().name();
    }

    @Override
    public boolean listens() {
        return client.settings().isReachable();
    }

    @Override
    public Notice read(Map<String, String> headers, byte[] body) {
        checkTime(headers);
        String text = text(body);
        Map<String, List<String>> signed =
                headers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
        if (!isSigned(secret.current(), text, signed) && !isSigned(secret.renewed(), text, signed)) {
            throw new ForgedNoticeException("no signature is right", null);
        }
        return new Notice(header(headers, ID), ticketId(text));
    }

    /** Before anything is asked of anybody. */
    private void checkTime(Map<String, String> headers) {
        header(headers, ID);
        header(headers, SIGNATURE);
        String timestamp = header(headers, TIMESTAMP);
        Instant now = client.clock().instant();
        if (!timestamp.matches("[0-9]{1,12}")
                || Math.abs(Long.parseLong(timestamp) - now.getEpochSecond()) > TOLERANCE) {
            throw new ForgedNoticeException("it is not of now", null);
        }
    }

    private static String header(Map<String, String> headers, String name) {
        String value = headers.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new ForgedNoticeException("it has no " + name, null);
        }
        return value;
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ForgedNoticeException("it is no text", e);
        }
    }

    private static boolean isSigned(Webhook webhook, String text, Map<String, List<String>> headers) {
        try {
            webhook.verify(text, headers);
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    private static String ticketId(String text) {
        try {
            JsonNode prediction = Json.READER.readTree(text);
            String id = Json.text(prediction, "id");
            if (Prediction.isId(id)) {
                return id;
            }
        } catch (IOException e) {
            throw new ForgedNoticeException("it is no JSON", e);
        }
        throw new ForgedNoticeException("it is of no prediction", null);
    }
}
