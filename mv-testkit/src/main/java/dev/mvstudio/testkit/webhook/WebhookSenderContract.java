package dev.mvstudio.testkit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.webhook.Receipt;
import dev.mvstudio.domain.webhook.WebhookSender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link WebhookSender} holds to. */
public abstract class WebhookSenderContract {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final byte[] BODY = "{\"type\":\"job.succeeded\",\"text\":\"ü\"}".getBytes(StandardCharsets.UTF_8);

    protected abstract WebhookSender sender();

    /** An address whose receiver answers everything so; a status of 0 for a receiver that hangs up. */
    protected abstract URI answering(int status);

    /** The same, with a time to wait. */
    protected abstract URI answering(int status, Duration retryAfter);

    /** The message ids and bodies that reached this address, in order. */
    protected abstract List<String> received(URI url);

    @Test
    public void a_message_arrives_with_its_id_and_to_the_byte() {
        URI there = answering(204);

        assertThat(sender().objection(there)).isEmpty();
        assertThat(sender().send(there, "job_1", NOON, BODY)).isEqualTo(new Receipt.Accepted());
        assertThat(sender().send(there, "job_1", NOON.plusSeconds(9), BODY)).isEqualTo(new Receipt.Accepted());

        String message = "job_1 " + new String(BODY, StandardCharsets.UTF_8);
        assertThat(received(there)).containsExactly(message, message);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 299})
    public void every_2xx_is_a_yes(int status) {
        assertThat(sender().send(answering(status), "job_1", NOON, BODY)).isEqualTo(new Receipt.Accepted());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 404, 409, 410, 429, 500, 502, 503})
    public void every_other_answer_is_a_no(int status) {
        Receipt.Refused refused = new Receipt.Refused(status, null);

        assertThat(sender().send(answering(status), "job_1", NOON, BODY)).isEqualTo(refused);
        assertThat(refused.isGone()).isEqualTo(status == 410);
    }

    @Test
    public void how_long_to_wait_is_told() {
        Duration wait = Duration.ofSeconds(90);

        for (int status : List.of(429, 503)) {
            assertThat(sender().send(answering(status, wait), "job_1", NOON, BODY))
                    .isEqualTo(new Receipt.Refused(status, wait));
        }
    }

    @Test
    public void who_hangs_up_has_not_answered() {
        assertThat(sender().send(answering(0), "job_1", NOON, BODY)).isInstanceOf(Receipt.Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://example.org/a", "file:///etc/passwd", "data:image/png;base64,AA==", "//example.org/a", "a"
            })
    public void what_is_no_web_address_is_objected_to_and_not_sent_to(String address) {
        URI url = URI.create(address);

        assertThat(sender().objection(url)).isPresent();
        assertThat(sender().send(url, "job_1", NOON, BODY)).isInstanceOf(Receipt.Unreachable.class);
    }
}
