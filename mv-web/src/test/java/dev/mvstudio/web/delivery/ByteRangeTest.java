package dev.mvstudio.web.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=0-999, 0, 999",
        "bytes=0-1000, 0, 999",
        "bytes=0-99999999999999999999999, 0, 999",
        "bytes=0-, 0, 999",
        "bytes=500-, 500, 999",
        "bytes=999-, 999, 999",
        "bytes=100-199, 100, 199",
        "bytes=-1, 999, 999",
        "bytes=-100, 900, 999",
        "bytes=-1000, 0, 999",
        "bytes=-2000, 0, 999",
        "bytes=-99999999999999999999999, 0, 999",
        "BYTES=1-2, 1, 2",
        "'bytes= 1-2', 1, 2",
        "'  bytes=1-2  ', 1, 2",
        "bytes=007-010, 7, 10"
    })
    void a_part_is_cut_to_the_file(String header, long first, long last) {
        ByteRange.Part part = new ByteRange.Part(first, last);

        assertThat(ByteRange.of(header, 1000)).isEqualTo(part);
        assertThat(part.length()).isEqualTo(last - first + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=99999999999999999999999-", "bytes=-0"})
    void a_part_behind_the_end_cannot_be_satisfied(String header) {
        assertThat(ByteRange.of(header, 1000)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=--1",
                "bytes=5-2",
                "bytes=a-b",
                "bytes=1-2x",
                "bytes=1.5-2",
                "bytes=+1-2",
                "bytes=0x1-2",
                "bytes=0-1,5-6",
                "bytes=0-1,",
                "items=0-1",
                "0-1",
                "bytes 0-1"
            })
    void what_is_malformed_or_in_several_parts_is_ignored(String header) {
        assertThat(ByteRange.of(header, 1000)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void no_header_asks_for_the_whole() {
        @Nullable String none = null;

        assertThat(ByteRange.of(none, 1000)).isEqualTo(new ByteRange.Whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=0-0", "bytes=-1"})
    void an_empty_file_has_no_part(String header) {
        assertThat(ByteRange.of(header, 0)).isEqualTo(new ByteRange.Unsatisfiable());
    }
}
