package dev.mvstudio.domain.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.prompt.PromptTemplate.MalformedTemplateException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTemplateTest {
    @Test
    void every_placeholder_is_filled_wherever_it_stands() {
        var template = new PromptTemplate("{a} and {b}, then {a} again");

        assertThat(template.fill(Map.of("a", "one", "b", "two"))).isEqualTo("one and two, then one again");
        assertThat(template.placeholders()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void what_is_filled_in_is_never_expanded_again() {
        var template = new PromptTemplate("Idea: {idea}");

        assertThat(template.fill(Map.of("idea", "{idea} {secret} {{x}} $1 \\ }")))
                .isEqualTo("Idea: {idea} {secret} {{x}} $1 \\ }");
    }

    @Test
    void double_braces_are_braces() {
        var template = new PromptTemplate("{{\"scenes\": [{n}]}}");

        assertThat(template.fill(Map.of("n", "4"))).isEqualTo("{\"scenes\": [4]}");
        assertThat(template.placeholders()).containsExactly("n");
    }

    @ParameterizedTest
    @CsvSource({"a { b, 2", "a } b, 2", "{, 0", "{A}, 0", "{ a }, 0", "x{a, 1", "{a}}, 3"})
    void a_brace_that_stands_alone_is_refused_with_its_place(String text, int offset) {
        assertThatThrownBy(() -> new PromptTemplate(text))
                .isInstanceOfSatisfying(
                        MalformedTemplateException.class,
                        e -> assertThat(e.offset()).isEqualTo(offset));
    }

    @Test
    void a_placeholder_without_a_value_is_refused_by_name() {
        assertThatThrownBy(() -> new PromptTemplate("{camera_angle}").fill(Map.of("idea", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{camera_angle}");
    }
}
