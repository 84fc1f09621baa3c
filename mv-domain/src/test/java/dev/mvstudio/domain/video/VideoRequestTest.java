package dev.mvstudio.domain.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.provider.Model;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VideoRequestTest {
    private static final VideoRequest BARE = new VideoRequest(
            new Model("m"),
            "A robot walks",
            "",
            null,
            new AspectRatio(16, 9),
            Duration.ofSeconds(8),
            new Resolution(720),
            true,
            0L,
            List.of());

    @Test
    void the_rules_follow_the_prompt_after_a_blank_line() {
        assertThat(BARE.with("No text", List.of()).effectivePrompt()).isEqualTo("A robot walks\n\nNo text");
    }

    @Test
    void without_rules_the_prompt_stands_alone() {
        assertThat(BARE.effectivePrompt()).isEqualTo("A robot walks");
    }

    @Test
    void a_seed_of_zero_is_a_seed() {
        assertThat(BARE.with("x", List.of()).seed()).isZero();
    }
}
