package dev.mvstudio.adapter.firebase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Timing;
import dev.mvstudio.domain.asset.AssetId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final AssetId ONE = new AssetId(UUID.randomUUID());
    private static final AssetId OTHER = new AssetId(UUID.randomUUID());

    private long now;
    private final Refusals refusals = new Refusals(Timing.USUAL, () -> now);

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void it_is_tried_less_and_less_often_but_at_least_every_minute() {
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            refusals.note(ONE, "no");
            pauses.add(refusals.next().toSeconds());
            assertThat(refusals.isDue(ONE)).isFalse();
            pass(refusals.next());
            assertThat(refusals.isDue(ONE)).isTrue();
        }

        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void each_has_its_own_time() {
        refusals.note(ONE, "no");
        refusals.note(ONE, "no");
        refusals.note(OTHER, "no");
        pass(Duration.ofSeconds(1));

        assertThat(refusals.isDue(ONE)).isFalse();
        assertThat(refusals.isDue(OTHER)).isTrue();
        assertThat(refusals.isDue(new AssetId(UUID.randomUUID()))).isTrue();
    }

    @Test
    void only_what_was_not_said_before_is_news() {
        assertThat(refusals.note(ONE, "no")).isTrue();
        assertThat(refusals.note(ONE, "no")).isFalse();
        assertThat(refusals.note(OTHER, "no")).isTrue();
        assertThat(refusals.note(ONE, "never")).isTrue();
    }

    @Test
    void what_is_gone_is_forgotten() {
        refusals.note(ONE, "no");
        refusals.note(OTHER, "no");

        refusals.retain(Set.of(OTHER));
        assertThat(refusals.count()).isEqualTo(1);

        refusals.forget(OTHER);
        assertThat(refusals.count()).isZero();
    }
}
