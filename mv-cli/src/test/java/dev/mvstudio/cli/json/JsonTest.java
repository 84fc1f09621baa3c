package dev.mvstudio.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.film.Transition;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final JsonObject OBJECT = new JsonObject()
            .with("text", "a \"b\"\nc")
            .with("nothing", null)
            .with("whole", Duration.ofSeconds(8))
            .with("part", Duration.ofMillis(1500))
            .with("price", new BigDecimal("0.50"))
            .with("word", Transition.CROSSFADE)
            .with("file", Path.of("/a/b"))
            .with("none", List.of())
            .with("list", List.of(1, true, Map.of("x", 2L)));

    @Test
    void values_are_those_of_the_rest_interface() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Json.print(OBJECT, new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)
                        .replaceAll("\\s*\n\\s*", " ")
                        .strip())
                .isEqualTo("{ \"text\" : \"a \\\"b\\\"\\nc\", \"whole\" : 8, \"part\" : 1.5, \"price\" : 0.50,"
                        + " \"word\" : \"crossfade\", \"file\" : \"/a/b\", \"none\" : [ ],"
                        + " \"list\" : [ 1, true, { \"x\" : 2 } ] }");
    }

    @Test
    void people_get_indented_lines() {
        assertThat(Outline.of(OBJECT))
                .containsExactly(
                        "text:",
                        "  a \"b\"",
                        "  c",
                        "whole: 8 s",
                        "part: 1.5 s",
                        "price: 0.50",
                        "word: crossfade",
                        "file: /a/b",
                        "none: none",
                        "list:",
                        "  - 1",
                        "  - true",
                        "  -",
                        "    x: 2");
    }
}
