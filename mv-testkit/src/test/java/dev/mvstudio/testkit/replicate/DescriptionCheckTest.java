package dev.mvstudio.testkit.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mvstudio.testkit.replicate.check.DescriptionCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescriptionCheckTest {
    @Test
    void it_bites() {
        Optional<DescriptionCheck> found = DescriptionCheck.find();
        assumeThat(found).as("Replicate's description is at hand").isPresent();
        DescriptionCheck check = found.get();

        check.accept(new Exchanged(
                "POST",
                "/models/google/veo-3.1/predictions",
                Map.of(),
                Map.of("Content-Type", List.of("application/json"), "Authorization", List.of("Bearer r8_x")),
                "{\"version\":\"1\",\"input\":{}}",
                201,
                "application/json",
                "{\"id\":\"1\"}",
                false));

        assertThat(check.requests()).isEqualTo(1);
        assertThat(check.answers()).isEqualTo(1);
        assertThat(check.violations())
                .anyMatch(v -> v.startsWith("request") && v.contains("version"))
                .anyMatch(v -> v.startsWith("answer") && v.contains("status"));
    }
}
