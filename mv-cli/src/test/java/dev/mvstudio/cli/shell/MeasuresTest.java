package dev.mvstudio.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {
    @ParameterizedTest
    @CsvSource({
        "-PT3S, 0 s",
        "PT59.9S, 59 s",
        "PT60S, 1 min",
        "PT59M59S, 59 min",
        "PT1H, 1 h",
        "PT47H59M, 47 h",
        "PT48H, 2 d",
        "PT999H, 41 d"
    })
    void ages_are_as_exact_as_people_want_them(Duration age, String text) {
        assertThat(Measures.age(age)).isEqualTo(text);
    }
}
