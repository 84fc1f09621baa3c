package dev.mvstudio.adapter.replicate;

import static dev.mvstudio.testkit.video.VideoRequests.plain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.testkit.replicate.Call;
import dev.mvstudio.testkit.replicate.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThrottlingTest extends Rehearsal {
    private Duration wait(Fault fault) {
        fake.faults().once(fault, Call.CREATE);
        ProviderError error = error(() -> clips().start(plain(Account.VEO), key()));
        assertThat(error.code()).isEqualTo(ErrorCode.RATE_LIMIT_EXCEEDED);
        return error.retryAfter();
    }

    @Test
    void the_longest_of_header_body_and_words_counts() {
        assertThat(wait(Fault.throttled(7))).isEqualTo(Duration.ofSeconds(7));
        with(Map.of());
        assertThat(wait(Fault.throttled(7, 30))).isEqualTo(Duration.ofSeconds(30));
        with(Map.of());
        assertThat(wait(Fault.throttled(30, 7))).isEqualTo(Duration.ofSeconds(30));
        with(Map.of());
        assertThat(wait(Fault.throttledInWords(2))).isEqualTo(Duration.ofSeconds(2));
        with(Map.of());
        assertThat(wait(Fault.json(429, "{\"detail\":\"Your rate limit resets in ~12s.\",\"retry_after\":3}")))
                .isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void a_date_is_understood_too() {
        Fault.Reply reply = (Fault.Reply) Fault.throttled(1);
        String date = java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(90).atOffset(java.time.ZoneOffset.UTC));

        assertThat(wait(new Fault.Reply(429, reply.mediaType(), reply.body(), Map.of("Retry-After", date))))
                .isBetween(Duration.ofSeconds(80), Duration.ofSeconds(91));
    }

    @Test
    void without_a_word_about_it_the_wait_is_five_seconds() {
        assertThat(wait(Fault.json(429, "{}"))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_wait_without_end_is_cut_to_an_hour() {
        assertThat(wait(Fault.json(429, "{\"retry_after\":99999}"))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void before_the_wait_is_over_nothing_is_started_and_questions_go_on() {
        atATime();
        Ticket ticket = start(clips(), plain(Account.VEO));
        wait(Fault.throttled(10));
        nanoTime.addAndGet(Duration.ofSeconds(4).toNanos());

        assertThat(error(() -> clips().start(plain(Account.VEO), key())).retryAfter())
                .isEqualTo(Duration.ofSeconds(6));
        assertThat(fake.ledger().calls(Call.CREATE)).isEqualTo(2);
        clips().status(ticket);

        nanoTime.addAndGet(Duration.ofSeconds(6).toNanos());
        start(clips(), plain(Account.VEO));
        assertThat(fake.ledger().calls(Call.CREATE)).isEqualTo(3);
    }

    @Test
    void before_the_wait_is_over_nothing_is_asked_and_starts_go_on() {
        atATime();
        Ticket ticket = start(clips(), plain(Account.VEO));
        fake.faults().once(Fault.throttled(10), Call.GET);

        assertThat(code(() -> clips().status(ticket))).isEqualTo(ErrorCode.RATE_LIMIT_EXCEEDED);
        assertThat(error(() -> clips().status(ticket)).retryAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(fake.ledger().calls(Call.GET)).isEqualTo(1);
        start(clips(), plain(Account.VEO));
    }

    @Test
    void a_budget_that_is_spent_is_not_overdrawn() {
        nanoTime.set(0);
        ReplicateClient client = Account.client(fake, Map.of("calls_per_minute", "10"), null, nanoTime::get);
        ReplicateVideoModel clips = new ReplicateVideoModel(client);
        Ticket ticket = start(clips, plain(Account.VEO));
        clips.status(ticket);

        ProviderError error = error(() -> clips.status(ticket));

        assertThat(error.code()).isEqualTo(ErrorCode.RATE_LIMIT_EXCEEDED);
        assertThat(error.retryAfter()).isPositive();
        assertThat(fake.ledger().calls(Call.GET)).isEqualTo(1);
        nanoTime.addAndGet(error.retryAfter().toNanos());
        clips.status(ticket);
        try {
            client.close();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
