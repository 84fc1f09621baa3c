package dev.mvstudio.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"a\":"})
    void what_is_no_json_is_missing(String text) {
        assertThat(Json.read(text.getBytes(UTF_8)).isMissingNode()).isTrue();
    }

    @Test
    void a_member_that_is_no_text_has_none() {
        JsonNode json = Json.read("{\"a\":\"b\",\"n\":1,\"z\":null}".getBytes(UTF_8));

        assertThat(Json.text(json, "a")).isEqualTo("b");
        assertThat(Json.text(json, "n")).isEmpty();
        assertThat(Json.text(json, "z")).isEmpty();
        assertThat(Json.text(json, "none")).isEmpty();
    }

    @Test
    void a_text_may_be_as_long_as_a_clip_is() {
        byte[] json = Json.bytes(Map.of("bytes", "A".repeat(30 << 20)));

        assertThat(Json.text(Json.read(json), "bytes")).hasSize(30 << 20);
    }

    @Test
    void what_is_written_can_be_read() {
        assertThat(Json.read(Json.bytes(Map.of("seed", 0)))).isEqualTo(Json.tree(Map.of("seed", 0)));
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> Json.bytes(new Object()));
    }
}
