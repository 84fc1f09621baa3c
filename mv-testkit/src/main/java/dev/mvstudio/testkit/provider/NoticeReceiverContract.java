package dev.mvstudio.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.domain.provider.ForgedNoticeException;
import dev.mvstudio.domain.provider.Notice;
import dev.mvstudio.domain.provider.NoticeReceiver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link NoticeReceiver} must keep to. */
public abstract class NoticeReceiverContract {
    private static final Duration NOW = Duration.ZERO;

    /** The receiver under test. */
    protected abstract NoticeReceiver receiver();

    /** What the provider sends of a generation, byte for byte. */
    protected abstract byte[] body(String ticketId);

    /**
     * What one key makes of a message: the value of the header {@link #signatureHeader()}.
     *
     * @param theirs whether it is the provider's key, or that of somebody else
     */
    protected abstract String signature(boolean theirs, String id, Instant at, byte[] body);

    /** The header's value for messages that were signed with several keys. */
    protected String signatures(List<String> each) {
        return String.join(" ", each);
    }

    protected abstract String signatureHeader();

    protected abstract String idHeader();

    protected abstract String timeHeader();

    /** How the provider writes a time. */
    protected String time(Instant at) {
        return String.valueOf(at.getEpochSecond());
    }

    /** The receiver's own time. */
    protected Instant now() {
        return Instant.now();
    }

    /** The headers of a message that the provider signed so long ago. */
    protected final Map<String, String> signed(String id, Duration ago, byte[] body) {
        Instant at = now().minus(ago);
        return headers(id, at, signature(true, id, at, body));
    }

    private Map<String, String> headers(String id, Instant at, String signatures) {
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", "application/json");
        headers.put(idHeader(), id);
        headers.put(timeHeader(), time(at));
        headers.put(signatureHeader(), signatures);
        return headers;
    }

    private void assertRefused(Map<String, String> headers, byte[] body) {
        assertThatThrownBy(() -> receiver().read(headers, body)).isInstanceOf(ForgedNoticeException.class);
    }

    @Test
    public void what_the_provider_sends_is_understood() {
        byte[] body = body("gen-1");

        assertThat(receiver().read(signed("n-1", NOW, body), body)).isEqualTo(new Notice("n-1", "gen-1"));
        assertThat(receiver().read(signed("n-2", NOW, body("gen-2")), body("gen-2")))
                .isEqualTo(new Notice("n-2", "gen-2"));
    }

    @Test
    public void what_is_sent_once_more_has_the_same_name() {
        byte[] body = body("gen-1");

        Notice first = receiver().read(signed("n-1", Duration.ofSeconds(60), body), body);

        assertThat(receiver().read(signed("n-1", NOW, body), body).id()).isEqualTo(first.id());
    }

    @Test
    public void the_key_of_somebody_else_is_not_enough() {
        byte[] body = body("gen-1");
        Instant at = now();

        assertRefused(headers("n-1", at, signature(false, "n-1", at, body)), body);
    }

    @Test
    public void one_right_signature_among_several_is_enough() {
        byte[] body = body("gen-1");
        Instant at = now();
        String theirs = signature(true, "n-1", at, body);
        String other = signature(false, "n-1", at, body);

        for (List<String> each :
                List.of(List.of(theirs, other), List.of(other, theirs), List.of(other, theirs, other))) {
            assertThat(receiver()
                            .read(headers("n-1", at, signatures(each)), body)
                            .ticketId())
                    .isEqualTo("gen-1");
        }
        assertRefused(headers("n-1", at, signatures(List.of(other, other))), body);
    }

    @Test
    public void a_changed_body_is_refused() {
        byte[] body = body("gen-1");
        Map<String, String> headers = signed("n-1", NOW, body);
        byte[] longer = (new String(body, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8);
        byte[] flipped = body.clone();
        flipped[flipped.length - 1] ^= 1;

        assertRefused(headers, body("gen-2"));
        assertRefused(headers, longer);
        assertRefused(headers, flipped);
        assertRefused(headers, new byte[0]);
    }

    @Test
    public void a_changed_name_or_time_is_refused() {
        byte[] body = body("gen-1");
        Map<String, String> renamed = signed("n-1", NOW, body);
        renamed.put(idHeader(), "n-2");
        Map<String, String> refreshed = signed("n-1", Duration.ofMinutes(3), body);
        refreshed.put(timeHeader(), time(now()));

        assertRefused(renamed, body);
        assertRefused(refreshed, body);
    }

    @Test
    public void what_is_older_than_five_minutes_is_refused() {
        byte[] body = body("gen-1");

        assertThat(receiver().read(signed("n-1", Duration.ofMinutes(4), body), body))
                .isNotNull();
        assertRefused(signed("n-1", Duration.ofMinutes(6), body), body);
        assertRefused(signed("n-1", Duration.ofDays(365), body), body);
        assertRefused(signed("n-1", Duration.ofMinutes(-6), body), body);
    }

    @Test
    public void without_one_of_the_headers_it_is_refused() {
        byte[] body = body("gen-1");

        for (String header : List.of(idHeader(), timeHeader(), signatureHeader())) {
            Map<String, String> missing = signed("n-1", NOW, body);
            missing.remove(header);
            assertRefused(missing, body);
            missing.put(header, "");
            assertRefused(missing, body);
        }
        assertRefused(Map.of(), body);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ",", "v1", "v1,", "v1,%%%", "v1,AAAA", "v2,AAAA v1,", "AAAA", "ü", "null"})
    public void what_is_no_signature_is_refused(String signatures) {
        byte[] body = body("gen-1");
        Map<String, String> headers = signed("n-1", NOW, body);
        headers.put(signatureHeader(), signatures);

        assertRefused(headers, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "yesterday",
                "-1",
                "1e9",
                "99999999999999999999",
                "9223372036854775807",
                "2026-11-21T10:00:00Z"
            })
    public void what_is_no_time_is_refused(String time) {
        byte[] body = body("gen-1");
        Map<String, String> headers = signed("n-1", NOW, body);
        headers.put(timeHeader(), time);

        assertRefused(headers, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "null", "[]", "\"gen-1\"", "{}", "{\"id\":7}", "{\"id\":null}", "<html>", "\u0000"
            })
    public void what_the_provider_would_not_write_is_refused_whoever_signed_it(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);

        assertRefused(signed("n-1", NOW, body), body);
    }

    @Test
    public void a_refusal_tells_nothing_that_helps_to_forge() {
        byte[] body = body("gen-1");
        Instant at = now();
        Map<String, String> headers = headers("n-1", at, signature(false, "n-1", at, body));

        ForgedNoticeException refusal = catchThrowableOfType(
                ForgedNoticeException.class, () -> receiver().read(headers, body));

        String theirs = signature(true, "n-1", at, body);
        assertThat(refusal.getMessage())
                .isNotBlank()
                .doesNotContain(theirs.substring(theirs.length() / 2, theirs.length() - 2));
    }

    @Test
    public void many_at_once_do_not_get_mixed_up() {
        List<Notice> heard = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> {
                    byte[] body = body("gen-" + i);
                    return receiver().read(signed("n-" + i, NOW, body), body);
                })
                .toList();

        assertThat(heard)
                .isEqualTo(IntStream.range(0, 200)
                        .mapToObj(i -> new Notice("n-" + i, "gen-" + i))
                        .toList());
    }
}
