package dev.mvstudio.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            A tourist robot explores Austin!, a-tourist-robot-explores-austin
            Café   Zoë,                       cafe-zoe
            ../../etc/passwd,                 etc-passwd
            '',                               film
            ¡¿…?!,                            film
            一个机器人,                         一个机器人
            con,                              film-con
            --force,                          force
            """)
    void names_are_readable_and_harmless(String text, String name) {
        assertThat(FileNames.of(text, "film")).isEqualTo(name);
    }

    @Test
    void long_texts_end_at_a_word() {
        assertThat(FileNames.of("a robot walks through a city of glass while everybody else is asleep", "film"))
                .isEqualTo("a-robot-walks-through-a-city-of-glass-while");
    }

    @Test
    void names_fit_into_file_systems() {
        assertThat(FileNames.of("𠀀".repeat(300), "film").getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(210);
    }
}
