package dev.mvstudio.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Durations;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.video.VideoRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    private static final AspectRatio WIDE = new AspectRatio(16, 9);
    private static final AspectRatio HIGH = new AspectRatio(9, 16);
    private static final Duration EIGHT = Duration.ofSeconds(8);

    private static References only(boolean firstFrame) {
        return new References(3, List.of(WIDE), new Durations(List.of(8)), firstFrame);
    }

    private static int limit(References references, AspectRatio ratio, Duration length) {
        return new VideoRequest(
                        new Model("one"), "a clip", "", null, ratio, length, new Resolution(720), true, null, List.of())
                .limit(references);
    }

    @Test
    void without_conditions_every_clip_can_resemble_them() {
        assertThat(limit(new References(3), HIGH, Duration.ofSeconds(5))).isEqualTo(3);
        assertThat(new References(3).condition()).isEmpty();
        assertThat(limit(References.NONE, WIDE, EIGHT)).isZero();
    }

    @Test
    void with_conditions_only_such_clips_can() {
        assertThat(limit(only(false), WIDE, EIGHT)).isEqualTo(3);
        assertThat(limit(only(false), HIGH, EIGHT)).isZero();
        assertThat(limit(only(false), WIDE, Duration.ofSeconds(4))).isZero();
        assertThat(only(false).condition()).isEqualTo("16:9 and 8 seconds");
    }

    @Test
    void a_single_one_may_be_the_first_frame_of_the_others() {
        assertThat(limit(only(true), HIGH, EIGHT)).isEqualTo(1);
        assertThat(only(true).resembles(HIGH, EIGHT)).isFalse();
        assertThat(only(true).resembles(WIDE, EIGHT)).isTrue();
    }

    @Test
    void a_model_may_know_first_frames_only() {
        References firstFrame = new References(0, List.of(), Durations.NONE, true);

        assertThat(firstFrame.any()).isTrue();
        assertThat(limit(firstFrame, WIDE, EIGHT)).isEqualTo(1);
        assertThat(firstFrame.resembles(WIDE, EIGHT)).isFalse();
        assertThat(References.NONE.any()).isFalse();
    }
}
