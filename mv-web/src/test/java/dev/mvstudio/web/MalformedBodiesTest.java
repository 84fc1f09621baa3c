package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedBodiesTest {
    private static final String SCENES = "/api/mv/create_scenes";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("", "empty"),
                arguments("   ", "empty"),
                arguments("[]", "not a JSON object"),
                arguments("\"text\"", "not a JSON object"),
                arguments("null", "not a JSON object"),
                arguments("{", "1:2"),
                arguments("{\"idea\":}", "1:9"),
                arguments("{\"idea\":\"a\",}", "1:"),
                arguments("{'idea':'a'}", "1:"),
                arguments("{\"idea\":\"a\"} {}", "something follows the object at 1:14"),
                arguments("{\"idea\":\"a\",\n \"idea\":\"b\"}", "Duplicate field 'idea' at 2:"),
                arguments("{\"seed\":NaN}", "1:"),
                arguments("{\"seed\":Infinity}", "1:"),
                arguments("{\"seed\":01}", "1:"),
                arguments("{\"seed\":+1}", "1:"),
                arguments("{\"seed\":" + "9".repeat(200) + "}", "exceeds the maximum allowed (100)"),
                arguments("{\"idea\":\"a\nb\"}", "1:"),
                arguments("{/* */}", "1:"),
                arguments("{\"idea\":\"\\ud83d\"}", "half of a surrogate pair"),
                arguments("{\"a\":" + "[".repeat(10_000), "nesting depth"),
                arguments("\ufeff{}", "byte order mark at 1:1"));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("malformed")
    void a_body_that_is_not_json_is_refused_with_the_place(String body, String place) {
        Client.Answer answer = server.client.post(SCENES, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error_code").asText()).isEqualTo("MALFORMED_JSON");
        assertThat(answer.json().get("details").asText()).containsIgnoringCase(place);
    }

    @Test
    void bytes_that_are_not_utf8_are_refused_with_the_place() {
        byte[] body = "{\"idea\":\n\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        JsonNode error = server.client.post(SCENES, body).json();

        assertThat(error.get("error_code").asText()).isEqualTo("MALFORMED_JSON");
        assertThat(error.get("details").asText()).isEqualTo("a byte that is not UTF-8 at 2:5");
    }

    @Test
    void utf16_is_not_taken_for_json() {
        Client.Answer answer = server.client.post(SCENES, "{}".getBytes(StandardCharsets.UTF_16LE));

        assertThat(answer.json().get("error_code").asText()).isEqualTo("MALFORMED_JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1",
                "application/xml",
                "multipart/form-data; boundary=x"
            })
    void another_content_type_is_refused(String type) {
        Client.Answer answer = server.client.post(SCENES, "{}", "Content-Type", type);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().get("error").asText()).isEqualTo("UnsupportedMediaType");
    }

    @Test
    void a_charset_of_utf8_is_fine() {
        Client.Answer answer = server.client.post(
                SCENES,
                "{\"idea\":\"\u00fc\",\"character_description\":\"c\"}",
                "Content-Type",
                "application/json;charset=UTF-8");

        assertThat(answer.json().at("/metadata/idea").asText()).isEqualTo("\u00fc");
    }
}
