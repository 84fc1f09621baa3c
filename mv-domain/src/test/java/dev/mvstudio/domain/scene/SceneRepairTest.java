package dev.mvstudio.domain.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneRepairTest {
    private static final Backend BACKEND = new Backend("writer");
    private static final Scene FINE = new Scene("A robot waves.", "blurry");

    private final List<List<String>> asked = new ArrayList<>();

    private List<Scene> write(int attempts, Attempt... answers) {
        Iterator<Attempt> next = Arrays.asList(answers).iterator();
        return new SceneRepair(BACKEND, attempts).write(SceneCheckTest.request(2), objections -> {
            asked.add(objections);
            return next.next();
        });
    }

    @Test
    void a_good_answer_is_taken_at_once() {
        assertThat(write(3, Attempt.of(List.of(FINE, FINE)))).containsExactly(FINE, FINE);
        assertThat(asked).containsExactly(List.of());
    }

    @Test
    void a_bad_answer_is_objected_to_until_it_is_good() {
        assertThat(write(
                        3,
                        Attempt.unreadable("It is no JSON."),
                        Attempt.of(List.of(FINE)),
                        Attempt.of(List.of(FINE, FINE))))
                .hasSize(2);
        assertThat(asked)
                .containsExactly(
                        List.of(), List.of("It is no JSON."), List.of("There are 1 scenes instead of exactly 2."));
    }

    @Test
    void it_is_not_asked_more_often_than_was_allowed() {
        Attempt bad = Attempt.of(List.of(FINE));

        assertThatThrownBy(() -> write(2, bad, bad)).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e.error().code()).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
            assertThat(e.error().details())
                    .isEqualTo("m did not write the scenes as it was asked to, even when it was asked 2 times:"
                            + " There are 1 scenes instead of exactly 2.");
        });
        assertThat(asked).hasSize(2);
        assertThatThrownBy(() -> write(1, bad)).hasMessageContaining("as it was asked to: There are");
    }

    @Test
    void a_refusal_ends_it_at_once() {
        ProviderException refusal =
                new ProviderException(ProviderError.of(ErrorCode.CONTENT_POLICY_VIOLATION, BACKEND, "no"));

        assertThatThrownBy(() -> new SceneRepair(BACKEND, 3).write(SceneCheckTest.request(2), objections -> {
                    asked.add(objections);
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThat(asked).hasSize(1);
    }

    @Test
    void it_must_be_asked_at_all() {
        assertThatThrownBy(() -> new SceneRepair(BACKEND, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
