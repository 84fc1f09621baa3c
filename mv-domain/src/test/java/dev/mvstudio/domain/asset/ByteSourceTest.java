package dev.mvstudio.domain.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import org.junit.jupiter.api.Test;

class ByteSourceTest {
    private final ByteSource hello = () -> new ByteArrayInputStream("hello".getBytes(UTF_8));

    @Test
    void a_source_that_cannot_begin_in_the_middle_is_read_up_to_there() throws Exception {
        assertThat(hello.open(1, 2).readNBytes(2)).isEqualTo("el".getBytes(UTF_8));
        assertThat(hello.open(5, 0).readAllBytes()).isEmpty();
    }

    @Test
    void there_is_nothing_behind_its_end() {
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> hello.open(6, 1));
    }
}
