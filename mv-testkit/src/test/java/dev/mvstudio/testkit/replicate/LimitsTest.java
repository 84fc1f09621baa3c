package dev.mvstudio.testkit.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.testkit.replicate.Caller.Heard;
import dev.mvstudio.testkit.wire.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitsTest extends Rehearsal {
    private final ManualClock clock = new ManualClock();

    @BeforeEach
    void stopTime() {
        start(FakeReplicate.Setup.USUAL.clock(clock));
    }

    @Test
    void orders_and_questions_are_counted_apart() throws Exception {
        fake.limits().creating(600, 2).asking(3000, 3);

        assertThat(caller.clip("").status()).isEqualTo(201);
        assertThat(caller.clip("").status()).isEqualTo(201);
        assertThat(caller.clip("").status()).isEqualTo(429);
        for (int i = 0; i < 3; i++) {
            assertThat(caller.get("/account").status()).isEqualTo(200);
        }
        assertThat(caller.get("/account").status()).isEqualTo(429);
        clock.pass(Duration.ofSeconds(1));
        assertThat(caller.clip("").status()).isEqualTo(201);
        assertThat(caller.get("/account").status()).isEqualTo(200);
        assertThat(fake.ledger().created()).hasSize(3);
    }

    @Test
    void little_credit_means_one_order_at_a_time_and_asking_again_makes_it_longer() throws Exception {
        fake.limits().lowCredit();
        assertThat(caller.clip("").status()).isEqualTo(201);
        Heard refused = caller.clip("");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.at("/detail"))
                .contains(
                        "reduced to 6 requests per minute with a burst of 1 requests while you have less than $5.0",
                        "resets in ~20s");
        assertThat(refused.at("/retry_after")).isEqualTo("20");
        assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
        clock.pass(Duration.ofSeconds(10));
        assertThat(caller.clip("").status()).isEqualTo(429);
        clock.pass(Duration.ofSeconds(20));
        assertThat(caller.clip("").status()).isEqualTo(201);
    }

    @Test
    void older_refusals_only_use_words_and_some_have_a_header() throws Exception {
        fake.limits().creating(60, 1).tellingInWords().tellingInHeader();
        caller.clip("");
        Heard refused = caller.clip("");

        assertThat(refused.text())
                .isEqualTo("{\"detail\":\"Request was throttled. Expected available in 2 seconds.\"}");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
    }
}
