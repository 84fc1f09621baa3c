package dev.mvstudio.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.job.JobId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final JobId JOB = new JobId(new UUID(1, 2));

    @Test
    void tries_count_for_one_event() {
        Delivery tried = Delivery.of(JOB).triedUntil(NOON).triedUntil(NOON.plusSeconds(5));

        assertThat(tried).isEqualTo(new Delivery(JOB, 0, 2, NOON.plusSeconds(5), false, 0));
        assertThat(tried.past(1)).isEqualTo(new Delivery(JOB, 1, 0, null, false, 0));
    }

    @Test
    void who_is_gone_comes_back_only_by_going_back() {
        Delivery gone = Delivery.of(JOB).gone(3);

        assertThat(gone).isEqualTo(new Delivery(JOB, 3, 0, null, true, 0));
        assertThat(gone.past(2).gone()).isFalse();
    }

    @Test
    void only_410_means_gone() {
        assertThat(new Receipt.Refused(410, null).isGone()).isTrue();
        assertThat(new Receipt.Refused(404, null).isGone()).isFalse();
    }
}
