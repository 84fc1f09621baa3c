package dev.mvstudio.config.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.BrokenConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {
    private final Faults faults = new Faults();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "A=b|b",
                "  A = b |b",
                "export A=b|b",
                "A=b c # comment|b c",
                "A=b#c|b#c",
                "A=b=c|b=c",
                "A='b # c'|b # c",
                "A=\"b # c\" # comment|b # c",
                "A=\"say \\\"hi\\\" \\\\ now\"|say \"hi\" \\ now",
                "A=\"two\\nlines\"|`two\nlines`",
                "A='$HOME'|$HOME",
                "A=$HOME|$HOME",
                "A=|``",
                "A=# nothing|``",
                "A=''|``",
            })
    void a_line_gives_this_value(String line, String value) throws Exception {
        assertThat(value(line)).isEqualTo(value);
    }

    private String value(String text) throws Exception {
        Path file = Files.writeString(folder.resolve(".env"), text);
        String value = DotEnv.read(file, faults).get("A").text();
        faults.check();
        return value;
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret", "=s3cret", "1A=s3cret", "A='s3cret", "A=\"s3cret", "A=\"s3\"cret", "A-B=s3cret"})
    void a_faulty_line_is_named_by_its_number_and_not_shown(String line) throws Exception {
        Path file = Files.writeString(folder.resolve(".env"), "# first\n" + line + "\n");
        DotEnv.read(file, faults);
        assertThatThrownBy(faults::check)
                .isInstanceOf(BrokenConfigurationException.class)
                .hasMessageContaining(".env:2: ")
                .hasMessageNotContaining("s3");
    }

    @Test
    void comments_empty_lines_a_byte_order_mark_and_carriage_returns_do_no_harm() throws Exception {
        assertThat(value("\uFEFF# first\r\n\r\nA=b\r\n")).isEqualTo("b");
    }

    @Test
    void the_last_of_two_lines_counts() throws Exception {
        assertThat(value("A=b\nA=c")).isEqualTo("c");
    }

    @Test
    void there_need_not_be_a_file() {
        assertThat(DotEnv.read(folder.resolve(".env"), faults)).isEmpty();
        faults.check();
    }
}
