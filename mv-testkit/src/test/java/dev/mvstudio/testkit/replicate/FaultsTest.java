package dev.mvstudio.testkit.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.testkit.replicate.Caller.Heard;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest extends Rehearsal {
    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of(Fault.unauthenticated(), 401, "\"title\":\"Unauthenticated\""),
                Arguments.of(Fault.insufficientCredit(), 402, "account/billing#billing"),
                Arguments.of(Fault.forbidden(), 403, "permission"),
                Arguments.of(Fault.gone(), 404, "could not be found"),
                Arguments.of(Fault.invalid(), 422, "\"field\":\"input.duration\""),
                Arguments.of(Fault.throttled(5), 429, "\"retry_after\":5"),
                Arguments.of(Fault.throttledInWords(1), 429, "Expected available in 1 second."),
                Arguments.of(Fault.internal(), 500, "detail"),
                Arguments.of(Fault.badGateway(), 502, "<html>"),
                Arguments.of(Fault.unavailable(), 503, "detail"));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void a_call_can_be_answered_otherwise_and_then_nothing_is_done(Fault fault, int status, String text)
            throws Exception {
        fake.faults().once(fault, Call.CREATE);
        assertThat(caller.get("/account").status()).isEqualTo(200);
        Heard answer = caller.clip("");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains(text);
        assertThat(fake.ledger().created()).isEmpty();
        assertThat(caller.clip("").status()).isEqualTo(201);
    }

    @Test
    void a_header_may_say_more_than_the_body() throws Exception {
        fake.faults().once(Fault.throttled(2, 7));

        assertThat(caller.clip("").headers().firstValue("Retry-After")).hasValue("7");
    }

    @Test
    void a_dropped_order_was_not_taken_and_a_lost_one_was() throws Exception {
        fake.faults().once(Fault.dropped(), Call.CREATE);
        assertThatThrownBy(() -> caller.clip("")).isInstanceOf(IOException.class);
        assertThat(fake.ledger().created()).isEmpty();

        fake.faults().once(Fault.lost(), Call.CREATE);
        assertThatThrownBy(() -> caller.clip("")).isInstanceOf(IOException.class);
        assertThat(fake.ledger().created("a cat")).hasSize(1);
        assertThat(caller.get("/predictions").at("/results/0/input/prompt")).isEqualTo("a cat");

        caller.clip("");
        assertThat(fake.ledger().duplicates()).containsOnlyKeys("a cat");
    }

    @Test
    void an_answer_can_be_garbled_or_late() throws Exception {
        fake.faults().once(Fault.garbled()).once(Fault.late(Duration.ofMillis(50)));

        assertThat(caller.clip("").text()).isEqualTo("{\"id\": \"");
        assertThat(caller.clip("").status()).isEqualTo(201);
        assertThat(fake.ledger().created()).hasSize(2);
    }

    @Test
    void nobody_may_answer_at_all() {
        fake.faults().once(Fault.silent());

        assertThatThrownBy(() -> caller.send(caller.request("/account")
                        .timeout(Duration.ofMillis(200))
                        .GET()))
                .isInstanceOf(java.net.http.HttpTimeoutException.class);
    }

    @Test
    void faults_by_chance_are_the_same_for_the_same_seed() {
        assertThat(draws(7)).isEqualTo(draws(7)).isNotEqualTo(draws(8)).contains(true, false);
    }

    private static java.util.List<Boolean> draws(long seed) {
        Chances<String> chances = new Chances<>(new java.util.Random(seed));
        chances.sometimes(0.5, "bad", Call.GET);
        return IntStream.range(0, 50)
                .mapToObj(i -> chances.draw(Call.GET).isPresent())
                .toList();
    }

    @Test
    void the_ledger_counts_what_was_called_and_answered() throws Exception {
        fake.taking(Duration.ofMinutes(1));
        fake.faults().once(Fault.internal());
        caller.get("/account");
        caller.clip("");
        caller.clip("");

        assertThat(fake.ledger().calls(Call.CREATE)).isEqualTo(2);
        assertThat(fake.ledger().answers(500)).isEqualTo(1);
        assertThat(fake.ledger().mostAtOnce()).isEqualTo(2);
        assertThat(fake.ledger().mostInAMinute()).isEqualTo(3);
        Created first = fake.ledger().created().get(0);
        assertThat(first.path()).isEqualTo(Caller.VEO);
        assertThat(first.model()).isEqualTo("google/veo-3.1");
    }
}
