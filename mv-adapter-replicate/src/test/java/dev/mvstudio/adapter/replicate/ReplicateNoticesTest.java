package dev.mvstudio.adapter.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.standardwebhooks.Webhook;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ForgedNoticeException;
import dev.mvstudio.domain.provider.Notice;
import dev.mvstudio.domain.provider.Secret;
import dev.mvstudio.testkit.replicate.Call;
import dev.mvstudio.testkit.replicate.Fault;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicateNoticesTest extends Rehearsal {
    private static final String OTHER_SECRET = "whsec_c29tZWJvZHkgZWxzZSdzIGtleSwgMzIgYnl0ZXMuLi4=";
    private static final String BODY = "{\"id\":\"abc123\",\"status\":\"succeeded\",\"logs\":\"ü\"}";

    private Map<String, String> headers(String secret, String id, Instant at, String body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
        headers.put("webhook-signature", signature(secret, id, at, body));
        headers.put("content-type", "application/json");
        return headers;
    }

    private static String signature(String secret, String id, Instant at, String body) {
        try {
            return new Webhook(secret).sign(id, at.getEpochSecond(), body);
        } catch (com.standardwebhooks.exceptions.WebhookSigningException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, String> headers() {
        return headers(fake.webhooks().secret(), "msg_1", Instant.now(), BODY);
    }

    private ReplicateNotices notices() {
        return new ReplicateNotices(client());
    }

    private void isForged(ReplicateNotices notices, Map<String, String> headers, byte[] body) {
        assertThatExceptionOfType(ForgedNoticeException.class)
                .isThrownBy(() -> notices.read(headers, body))
                .withMessageNotContainingAny(fake.webhooks().secret(), "whsec");
    }

    private int secretsAskedFor() {
        return fake.ledger().calls(Call.WEBHOOK_SECRET);
    }

    @Test
    void a_signed_notice_is_read_and_the_secret_is_asked_for_once() {
        ReplicateNotices notices = notices();

        assertThat(notices.read(headers(), BODY.getBytes(UTF_8))).isEqualTo(new Notice("msg_1", "abc123"));
        assertThat(notices.read(headers(), BODY.getBytes(UTF_8))).isEqualTo(new Notice("msg_1", "abc123"));
        assertThat(secretsAskedFor()).isEqualTo(1);
    }

    @Test
    void one_right_signature_of_several_is_enough() {
        Map<String, String> headers = headers();
        headers.compute(
                "webhook-signature",
                (name, right) -> signature(OTHER_SECRET, "msg_1", Instant.now(), BODY) + " v2,xyz junk " + right);

        assertThat(notices().read(headers, BODY.getBytes(UTF_8)).ticketId()).isEqualTo("abc123");
    }

    @Test
    void a_configured_secret_is_not_asked_for() throws Exception {
        ReplicateConfiguration configuration = new ReplicateConfiguration(
                Account.settings(fake, Map.of()), null, Duration.ofMinutes(10), new Secret(OTHER_SECRET));
        try (ReplicateClient client = Account.client(configuration, System::nanoTime)) {
            ReplicateNotices notices = new ReplicateNotices(client);
            byte[] body = BODY.getBytes(UTF_8);

            notices.read(headers(OTHER_SECRET, "msg_1", Instant.now(), BODY), body);
            isForged(notices, headers(), body);
        }
        assertThat(secretsAskedFor()).isZero();
    }

    @Test
    void what_was_signed_by_somebody_else_is_forged() {
        isForged(notices(), headers(OTHER_SECRET, "msg_1", Instant.now(), BODY), BODY.getBytes(UTF_8));
    }

    @Test
    void what_was_changed_by_one_byte_is_forged() {
        byte[] body = BODY.getBytes(UTF_8);
        body[8]++;

        isForged(notices(), headers(), body);
    }

    @Test
    void the_id_and_the_time_are_signed_as_well() {
        Map<String, String> otherId = headers();
        otherId.put("webhook-id", "msg_2");
        Map<String, String> otherTime = headers();
        otherTime.put(
                "webhook-timestamp", Long.toString(Instant.now().plusSeconds(60).getEpochSecond()));

        isForged(notices(), otherId, BODY.getBytes(UTF_8));
        isForged(notices(), otherTime, BODY.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -310, 310, 3600})
    void what_is_not_of_now_is_forged_without_asking_anybody(long seconds) {
        isForged(
                notices(),
                headers(fake.webhooks().secret(), "msg_1", Instant.now().plusSeconds(seconds), BODY),
                BODY.getBytes(UTF_8));
        assertThat(secretsAskedFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-290, 290})
    void five_minutes_are_tolerated(long seconds) {
        notices()
                .read(
                        headers(fake.webhooks().secret(), "msg_1", Instant.now().plusSeconds(seconds), BODY),
                        BODY.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void a_missing_header_is_forged_without_asking_anybody(String name) {
        Map<String, String> headers = headers();
        headers.remove(name);

        isForged(notices(), headers, BODY.getBytes(UTF_8));
        assertThat(secretsAskedFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"id\":7e400}", "{\"id\":\"../x\"}", "{\"id\":null}", "\"abc\""})
    void a_signed_body_that_is_no_prediction_is_unreadable(String body) {
        isForged(notices(), headers(fake.webhooks().secret(), "msg_1", Instant.now(), body), body.getBytes(UTF_8));
    }

    @Test
    void bytes_that_are_no_text_are_unreadable() {
        isForged(notices(), headers(), new byte[] {(byte) 0xff, (byte) 0xfe});
    }

    @Test
    void a_wrong_signature_makes_it_ask_for_the_secret_again_but_once_a_minute_at_most() {
        atATime();
        ReplicateNotices notices = notices();
        byte[] body = BODY.getBytes(UTF_8);
        notices.read(headers(), body);
        Map<String, String> forged = headers(OTHER_SECRET, "msg_1", Instant.now(), BODY);
        nanoTime.addAndGet(Duration.ofSeconds(61).toNanos());

        isForged(notices, forged, body);
        isForged(notices, forged, body);
        assertThat(secretsAskedFor()).isEqualTo(2);

        nanoTime.addAndGet(Duration.ofSeconds(61).toNanos());
        isForged(notices, forged, body);
        assertThat(secretsAskedFor()).isEqualTo(3);
    }

    @Test
    void a_secret_that_was_changed_is_found_out() {
        atATime();
        fake.faults().once(Fault.json(200, "{\"key\":\"" + OTHER_SECRET + "\"}"), Call.WEBHOOK_SECRET);
        ReplicateNotices notices = notices();
        byte[] body = BODY.getBytes(UTF_8);
        notices.read(headers(OTHER_SECRET, "msg_1", Instant.now(), BODY), body);
        nanoTime.addAndGet(Duration.ofSeconds(61).toNanos());

        assertThat(notices.read(headers(), body).ticketId()).isEqualTo("abc123");
    }

    @Test
    void without_the_secret_nothing_can_be_said_and_it_is_not_asked_for_all_the_time() {
        atATime();
        fake.faults().once(Fault.internal(), Call.WEBHOOK_SECRET);
        ReplicateNotices notices = notices();
        byte[] body = BODY.getBytes(UTF_8);

        assertThat(code(() -> notices.read(headers(), body))).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(code(() -> notices.read(headers(), body))).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(secretsAskedFor()).isEqualTo(1);

        nanoTime.addAndGet(Duration.ofSeconds(61).toNanos());
        notices.read(headers(), body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"key\":\"\"}", "{\"key\":\"whsec_%%%\"}"})
    void a_secret_that_is_none_says_nothing_about_notices(String answer) {
        fake.faults().once(Fault.json(200, answer), Call.WEBHOOK_SECRET);

        assertThat(code(() -> notices().read(headers(), BODY.getBytes(UTF_8))).retryable())
                .isTrue();
    }

    @Test
    void it_listens_where_the_outside_reaches_this_server() {
        assertThat(notices().listens()).isFalse();
        reachableAt(URI.create("https://studio.example"));
        assertThat(notices().listens()).isTrue();
    }
}
