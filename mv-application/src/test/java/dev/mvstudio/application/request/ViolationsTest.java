package dev.mvstudio.application.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.request.InvalidRequestException.Code;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViolationsTest {
    private final Violations violations = new Violations();

    @Test
    void every_fault_is_told_at_once() {
        violations.requireText("idea", " ", 10);
        violations.requireText("prompt", null, 10);
        violations.requireText("story", "far too long a text", 10);
        violations.requireRange("seed", -1L, 0, Long.MAX_VALUE);
        violations.requireRange("number_of_scenes", 51, 1, 50);

        assertThatThrownBy(violations::check)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContainingAll("idea", "prompt", "story", "10 characters", "seed", "1 to 50");
    }

    @Test
    void what_is_fine_is_no_fault() {
        violations.requireText("idea", "ok", 10);
        violations.limitText("style", null, 10);
        violations.requireRange("seed", null, 0, 1);

        assertThatCode(violations::check).doesNotThrowAnyException();
        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void what_was_given_is_shown_but_not_all_of_a_megabyte() {
        violations.add("prompt", "is wrong", "x".repeat(1_000_000));

        assertThat(violations.found().get(0).rejected()).hasSize(101).endsWith("…");
    }

    @Test
    void faults_of_one_class_keep_it_and_mixed_ones_are_validation_errors() {
        violations.add(Code.INVALID_ID, "video_id", "must be a UUID", "x");
        assertThat(violations.toException().code()).isEqualTo(Code.INVALID_ID);

        violations.add(Code.UNSUPPORTED_PARAMETER, "seed", "is not supported", 1);
        assertThat(violations.toException().code()).isEqualTo(Code.VALIDATION_ERROR);
    }

    @Test
    void what_cannot_be_at_all_is_not_told_again_as_what_the_model_cannot_do() {
        violations.requireRange("duration", 0, 1, 3_600);
        violations.add(Code.UNSUPPORTED_PARAMETER, "duration", "must be 4 or 6", 0);

        assertThat(violations.found()).containsExactly(new Violation("duration", "must be 1 to 3600", "0"));
        assertThat(violations.toException().code()).isEqualTo(Code.VALIDATION_ERROR);
    }

    @Test
    void each_wrong_member_of_a_list_is_told() {
        violations.add("reference_image_ids", "must be the id of a stored image", "a");
        violations.add("reference_image_ids", "must be the id of a stored image", "b");

        assertThat(violations.found()).hasSize(2);
    }

    @Test
    void a_value_that_cannot_be_read_is_a_fault_and_an_absent_one_is_not() {
        assertThat(violations.<String>parse("fit", null, t -> Optional.empty(), "must be pad or crop"))
                .isNull();
        assertThat(violations.isEmpty()).isTrue();

        violations.parse("fit", "stretch", t -> Optional.empty(), "must be pad or crop");
        assertThat(violations.found()).containsExactly(new Violation("fit", "must be pad or crop", "stretch"));
    }
}
