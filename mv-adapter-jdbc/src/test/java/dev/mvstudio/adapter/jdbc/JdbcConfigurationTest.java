package dev.mvstudio.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.adapter.jdbc.schedule.ScheduleTiming;
import dev.mvstudio.domain.provider.Secret;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JdbcConfigurationTest {
    @Test
    void the_usual_is_this() {
        JdbcConfiguration usual = JdbcConfiguration.in(Path.of("/data"));

        assertThat(usual.connections()).isEqualTo(20);
        assertThat(usual.timing())
                .isEqualTo(
                        new ScheduleTiming(64, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(4)));
        assertThat(usual.address().url()).contains("/data/.jobs/jobs");
    }

    @Test
    void it_prints_no_password() {
        assertThat(JdbcConfiguration.at("jdbc:postgresql://db/mv?password=canary", "me", new Secret("canary")))
                .asString()
                .contains("jdbc:postgresql://db/mv")
                .doesNotContain("canary");
    }

    @Test
    void what_cannot_work_is_refused() {
        JdbcConfiguration usual = JdbcConfiguration.in(Path.of("/data"));

        assertThatThrownBy(() -> new JdbcConfiguration(usual.address(), 3, usual.timing()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new ScheduleTiming(1, Duration.ofMillis(1), Duration.ofSeconds(1), Duration.ofMillis(3999)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScheduleTiming(0, Duration.ofMillis(1), Duration.ofSeconds(1), Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScheduleTiming(1, Duration.ZERO, Duration.ofSeconds(1), Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
