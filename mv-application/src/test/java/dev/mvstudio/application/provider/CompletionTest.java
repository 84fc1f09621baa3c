package dev.mvstudio.application.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.Specs;
import dev.mvstudio.application.request.InvalidRequestException.Code;
import dev.mvstudio.application.request.Violation;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private static final AspectRatio WIDE = new AspectRatio(16, 9);
    private static final AspectRatio TALL = new AspectRatio(9, 16);

    private final Violations violations = new Violations();

    private Completion completing(Capabilities can) {
        return new Completion(new Choice(Specs.FAKE, Specs.model("m", can)), violations);
    }

    @Test
    void a_gap_is_filled_and_remembered() {
        Completion completion = completing(Specs.everything());

        assertThat(completion.<Long>optional(Parameter.SEED, null, 7L)).isEqualTo(7);
        assertThat(completion.duration(null, Duration.ofSeconds(8))).isEqualTo(Duration.ofSeconds(8));
        assertThat(completion.defaultsApplied()).containsOnlyKeys("seed", "duration");
    }

    @Test
    void what_the_caller_said_is_kept_and_is_no_default() {
        Completion completion = completing(Specs.everything());

        assertThat(completion.<Long>optional(Parameter.SEED, 0L, 7L)).isZero();
        assertThat(completion.oneOf(
                        Parameter.ASPECT_RATIO, TALL, WIDE, Specs.everything().aspectRatios()))
                .isEqualTo(TALL);
        assertThat(completion.defaultsApplied()).isEmpty();
        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void a_default_that_the_model_lacks_is_not_sent() {
        Completion completion = completing(Specs.little());

        assertThat(completion.<String>optional(Parameter.SAFETY_FILTER_LEVEL, null, "strict"))
                .isNull();
        assertThat(completion.defaultsApplied()).isEmpty();
        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void a_default_that_the_model_cannot_do_gives_way_to_one_that_it_can() {
        Completion completion = completing(Specs.little());

        assertThat(completion.oneOf(Parameter.ASPECT_RATIO, null, TALL, List.of(WIDE)))
                .isEqualTo(WIDE);
        assertThat(completion.duration(null, Duration.ofSeconds(8))).isEqualTo(Duration.ofSeconds(6));
        assertThat(completion.warnings()).isEmpty();
        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void a_wish_that_the_model_cannot_do_is_refused_with_what_it_can() {
        Completion completion = completing(Specs.little());

        completion.optional(Parameter.SEED, 0L, null);
        completion.oneOf(Parameter.ASPECT_RATIO, TALL, WIDE, List.of(WIDE));
        completion.duration(Duration.ofSeconds(5), Duration.ofSeconds(8));
        completion.count(Parameter.REFERENCE_IMAGE, 1, 0);

        assertThat(violations.toException().code()).isEqualTo(Code.UNSUPPORTED_PARAMETER);
        assertThat(violations.found())
                .containsExactly(
                        new Violation("seed", "is not supported by m", "0"),
                        new Violation("aspect_ratio", "must be one of 16:9 for m", "9:16"),
                        new Violation("duration", "must be 4 or 6 seconds for m", "5"),
                        new Violation("reference_image", "m takes none", "1"));
    }

    @Test
    void a_lenient_model_adapts_and_says_so() {
        Completion completion = completing(
                Specs.little(Parameter.SEED, Parameter.ASPECT_RATIO, Parameter.DURATION, Parameter.REFERENCE_IMAGE));

        assertThat(completion.<Long>optional(Parameter.SEED, 0L, null)).isNull();
        assertThat(completion.oneOf(Parameter.ASPECT_RATIO, TALL, WIDE, List.of(WIDE)))
                .isEqualTo(WIDE);
        assertThat(completion.duration(Duration.ofSeconds(60), Duration.ofSeconds(8)))
                .isEqualTo(Duration.ofSeconds(6));
        assertThat(completion.count(Parameter.REFERENCE_IMAGE, 3, 0)).isZero();
        assertThat(violations.isEmpty()).isTrue();
        assertThat(completion.warnings())
                .containsExactly(
                        "seed 0: is not supported by m; it was left out",
                        "aspect_ratio 9:16: must be one of 16:9 for m; 16:9 was used",
                        "duration 60: must be 4 or 6 seconds for m; 6 seconds were used",
                        "reference_image 3: m takes none; it was left out");
    }

    private static Capabilities worded(Set<Parameter> lenient) {
        Capabilities all = Specs.everything();
        return new Capabilities(
                all.honoured(),
                lenient,
                all.aspectRatios(),
                all.durations(),
                all.resolutions(),
                all.imageFormats(),
                all.references(),
                all.maxImages(),
                Map.of(Parameter.SAFETY_FILTER_LEVEL, List.of("low", "high")),
                100);
    }

    @Test
    void a_word_is_one_that_the_model_knows() {
        Completion completion = completing(worded(Set.of()));

        assertThat(completion.word(Parameter.SAFETY_FILTER_LEVEL, "high", "low"))
                .isEqualTo("high");
        assertThat(completion.word(Parameter.SAFETY_FILTER_LEVEL, null, "low")).isEqualTo("low");
        assertThat(completion.word(Parameter.SAFETY_FILTER_LEVEL, null, "unknown"))
                .isNull();
        assertThat(completion.word(Parameter.PERSON_GENERATION, "anything", null))
                .isEqualTo("anything");
        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void a_word_that_the_model_does_not_know_is_refused_or_left_out_with_a_warning() {
        Completion strict = completing(worded(Set.of()));
        Completion lenient = completing(worded(Set.of(Parameter.SAFETY_FILTER_LEVEL)));

        strict.word(Parameter.SAFETY_FILTER_LEVEL, "none", "low");

        assertThat(violations.found()).extracting(Violation::message).containsExactly("must be one of low, high for m");
        assertThat(lenient.word(Parameter.SAFETY_FILTER_LEVEL, "none", "low")).isNull();
        assertThat(lenient.warnings())
                .containsExactly("safety_filter_level none: must be one of low, high for m; it was left out");
    }

    @Test
    void a_seed_that_is_too_large_for_the_model_is_refused() {
        Completion completion = completing(worded(Set.of()));

        assertThat(completion.seed(0L)).isZero();
        assertThat(completion.seed(100L)).isEqualTo(100);
        completion.seed(101L);

        assertThat(violations.found()).extracting(Violation::message).containsExactly("must be 0 to 100 for m");
    }
}
