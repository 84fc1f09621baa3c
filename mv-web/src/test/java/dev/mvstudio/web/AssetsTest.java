package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private static final String ROUTE = "/api/mv/assets";

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] wav(int size) {
        byte[] bytes = new byte[size];
        System.arraycopy("RIFF....WAVE".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 12);
        bytes[size - 1] = 7;
        return bytes;
    }

    private Client.Answer raw(byte[] bytes, String type) {
        return server.client.send("POST", ROUTE, BodyPublishers.ofByteArray(bytes), "Content-Type", type);
    }

    private Client.Answer form(byte[] bytes, String part) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--cut\r\nContent-Disposition: form-data; name=\"" + part
                        + "\"; filename=\"song.wav\"\r\nContent-Type: audio/wav\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.write(bytes);
        body.write("\r\n--cut--\r\n".getBytes(StandardCharsets.US_ASCII));
        return server.client.send(
                "POST",
                ROUTE,
                BodyPublishers.ofByteArray(body.toByteArray()),
                "Content-Type",
                "multipart/form-data; boundary=cut");
    }

    @Test
    void raw_bytes_are_stored_and_told_by_their_content() {
        Client.Answer answer = raw(wav(1000), "audio/mpeg");

        assertThat(answer.status()).isEqualTo(201);
        JsonNode body = answer.json();
        assertThat(answer.header("Location")).isEqualTo(body.get("url").asText());
        assertThat(body.get("url").asText())
                .isEqualTo(ROUTE + "/" + body.get("id").asText());
        assertThat(body.get("media_type").asText()).isEqualTo("audio/wav");
        assertThat(body.get("file_size_bytes").asInt()).isEqualTo(1000);
        assertThat(body.get("sha256").asText()).hasSize(64);
        assertThat(body.get("width").isNull()).isTrue();
        assertThat(body.get("duration_seconds").asDouble()).isEqualTo(1.0);
        assertThat(server.client.get(body.get("url").asText()).bytes()).isEqualTo(wav(1000));
        assertThat(server.client
                        .get(body.get("url").asText() + "/info")
                        .json()
                        .get("exists")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void the_same_bytes_are_stored_once() {
        String first = raw(wav(1000), "audio/wav").json().get("id").asText();

        Client.Answer again = raw(wav(1000), "application/octet-stream");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("id").asText()).isEqualTo(first);
    }

    @Test
    void a_form_does_as_well() throws IOException {
        Client.Answer answer = form(wav(500_000), "file");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(server.client.get(answer.json().get("url").asText()).bytes()).isEqualTo(wav(500_000));
    }

    @Test
    void a_form_without_the_file_is_refused() throws IOException {
        assertThat(form(wav(100), "song").status()).isEqualTo(400);
    }

    @Test
    void files_may_be_larger_than_json() {
        assertThat(raw(wav(2_900_000), "audio/wav").status()).isEqualTo(201);
    }

    @Test
    void files_of_unknown_length_are_taken_as_well() {
        Client.Answer answer = server.client.send(
                "POST",
                ROUTE,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(wav(2_000_000))),
                "Content-Type",
                "audio/wav");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("file_size_bytes").asInt()).isEqualTo(2_000_000);
    }

    @Test
    void a_file_over_the_limit_is_refused() {
        Client.Answer answer = raw(wav(3_000_001), "audio/wav");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("details").asText()).contains("3000000");
    }

    @Test
    void a_picture_over_the_limit_of_pictures_is_refused_by_its_size_and_not_by_its_kind() {
        Client.Answer answer = raw(png(2_000_001), "image/png");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("error_code").asText()).isEqualTo("PAYLOAD_TOO_LARGE");
        assertThat(answer.json().get("details").asText()).contains("2000000 bytes");
        assertThat(raw(png(2_000_000), "image/png").status()).isEqualTo(201);
    }

    private static byte[] png(int size) {
        byte[] bytes = Arrays.copyOf("\u0089PNG".getBytes(StandardCharsets.ISO_8859_1), size);
        bytes[19] = 1;
        bytes[23] = 1;
        return bytes;
    }

    @Test
    void what_is_neither_picture_nor_sound_is_refused() {
        Client.Answer html = raw("<html>".getBytes(StandardCharsets.US_ASCII), "image/png");
        Client.Answer empty = raw(new byte[0], "image/png");
        Client.Answer text = raw("text".getBytes(StandardCharsets.US_ASCII), "text/plain");

        assertThat(html.status()).isEqualTo(400);
        assertThat(html.json().get("error_code").asText()).isEqualTo("INVALID_IMAGE");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(text.status()).isEqualTo(415);
    }
}
