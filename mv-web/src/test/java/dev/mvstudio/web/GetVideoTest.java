package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.StorageException;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GetVideoTest {
    private static final byte[] BYTES = new byte[10_000_000];
    private static final String NOBODY = "/api/mv/get_video/00000000-0000-4000-8000-000000000000";

    private static TestServer server;
    private static Asset video;
    private static String path;

    @BeforeAll
    static void start() {
        new Random(7).nextBytes(BYTES);
        server = TestServer.start();
        video = server.studio.storeVideo(BYTES);
        path = "/api/mv/get_video/" + video.id();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] part(int from, int to) {
        return Arrays.copyOfRange(BYTES, from, to);
    }

    @Test
    void the_whole_file_comes_with_what_players_and_caches_need() {
        Client.Answer answer = server.client.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEqualTo(BYTES);
        assertThat(answer.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(answer.header("Content-Length")).isEqualTo("10000000");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("ETag")).isEqualTo("\"" + video.sha256() + "\"");
        assertThat(answer.header("Last-Modified")).isEqualTo("Sun, 16 Nov 2025 10:30:25 GMT");
        assertThat(answer.header("Cache-Control")).isEqualTo("private");
        assertThat(answer.header("Content-Disposition")).isEqualTo("inline; filename=\"" + video.id() + ".mp4\"");
        assertThat(answer.header("mvstudio-file-slice")).isNull();
    }

    @Test
    void it_can_be_saved_instead_of_shown() {
        assertThat(server.client.get(path + "?download=true").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + video.id() + ".mp4\"");
    }

    @Test
    void a_head_tells_the_same_without_the_file() {
        Client.Answer answer = server.client.head(path, "Range", "bytes=0-9");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEmpty();
        assertThat(answer.header("Content-Length")).isEqualTo("10000000");
        assertThat(answer.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("ETag")).isEqualTo("\"" + video.sha256() + "\"");
    }

    @Test
    void a_range_is_answered_with_that_part() {
        Client.Answer first = server.client.get(path, "Range", "bytes=0-99");
        Client.Answer middle = server.client.get(path, "Range", "bytes=4194300-8388700");
        Client.Answer open = server.client.get(path, "Range", "bytes=9999990-");
        Client.Answer suffix = server.client.get(path, "Range", "bytes=-100");

        assertThat(first.status()).isEqualTo(206);
        assertThat(first.bytes()).isEqualTo(part(0, 100));
        assertThat(first.header("Content-Range")).isEqualTo("bytes 0-99/10000000");
        assertThat(middle.bytes()).isEqualTo(part(4_194_300, 8_388_701));
        assertThat(open.bytes()).isEqualTo(part(9_999_990, 10_000_000));
        assertThat(suffix.bytes()).isEqualTo(part(9_999_900, 10_000_000));
        assertThat(suffix.header("Content-Range")).isEqualTo("bytes 9999900-9999999/10000000");
        assertThat(suffix.header("Content-Length")).isEqualTo("100");
    }

    @Test
    void a_range_behind_the_end_is_told_the_size() {
        Client.Answer answer = server.client.get(path, "Range", "bytes=10000000-");

        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */10000000");
        assertThat(answer.json().get("error").asText()).isEqualTo("RangeNotSatisfiable");
    }

    @Test
    void several_ranges_are_answered_with_the_whole() {
        Client.Answer answer = server.client.get(path, "Range", "bytes=0-1,5-6");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).hasSize(10_000_000);
    }

    @Test
    void a_part_is_only_given_of_the_file_that_the_caller_began_with() {
        String tag = "\"" + video.sha256() + "\"";

        assertThat(status("Range", "bytes=0-9", "If-Range", tag)).isEqualTo(206);
        assertThat(status("Range", "bytes=0-9", "If-Range", "\"other\"")).isEqualTo(200);
        assertThat(status("Range", "bytes=0-9", "If-Range", "W/" + tag)).isEqualTo(200);
        assertThat(status("Range", "bytes=0-9", "If-Range", "Sun, 16 Nov 2025 10:30:25 GMT"))
                .isEqualTo(206);
        assertThat(status("Range", "bytes=0-9", "If-Range", "Sun, 16 Nov 2025 10:30:26 GMT"))
                .isEqualTo(200);
        assertThat(status("Range", "bytes=0-9", "If-Range", "yesterday")).isEqualTo(200);
    }

    @Test
    void what_the_caller_has_is_not_sent_again() {
        String tag = "\"" + video.sha256() + "\"";

        assertThat(status("If-None-Match", tag)).isEqualTo(304);
        assertThat(status("If-None-Match", "\"a\", W/" + tag)).isEqualTo(304);
        assertThat(status("If-None-Match", "*")).isEqualTo(304);
        assertThat(status("If-None-Match", "\"a\"")).isEqualTo(200);
        assertThat(status("If-Modified-Since", "Sun, 16 Nov 2025 10:30:25 GMT")).isEqualTo(304);
        assertThat(status("If-Modified-Since", "Sun, 16 Nov 2025 10:30:24 GMT")).isEqualTo(200);
        assertThat(status("If-Modified-Since", "never")).isEqualTo(200);
        assertThat(status("If-None-Match", "\"a\"", "If-Modified-Since", "Sun, 16 Nov 2025 10:30:25 GMT"))
                .isEqualTo(200);
        Client.Answer unchanged = server.client.get(path, "If-None-Match", tag);
        assertThat(unchanged.bytes()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo(tag);
    }

    private static int status(String... headers) {
        return server.client.get(path, headers).status();
    }

    @Test
    void info_tells_what_it_is() {
        JsonNode info = server.client.get(path + "/info").json();

        assertThat(info.get("video_id").asText()).isEqualTo(video.id().toString());
        assertThat(info.get("exists").asBoolean()).isTrue();
        assertThat(info.get("file_size_bytes").asLong()).isEqualTo(10_000_000);
        assertThat(info.get("created_at").asText()).isEqualTo("2025-11-16T10:30:25Z");
        assertThat(info.get("media_type").asText()).isEqualTo("video/mp4");
        assertThat(info.get("width").asInt()).isEqualTo(128);
        assertThat(info.get("height").asInt()).isEqualTo(72);
        assertThat(info.get("duration_seconds").asDouble()).isEqualTo(8.04);
        assertThat(info.get("sha256").asText()).isEqualTo(video.sha256());
        assertThat(info.get("expires_at").isNull()).isTrue();
    }

    @Test
    void info_of_a_missing_one_has_every_member_as_null() {
        Client.Answer answer = server.client.get(NOBODY + "/info");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo("{\"video_id\":\"00000000-0000-4000-8000-000000000000\",\"exists\":false,"
                        + "\"file_size_bytes\":null,\"created_at\":null,\"media_type\":null,\"width\":null,"
                        + "\"height\":null,\"duration_seconds\":null,\"sha256\":null,\"expires_at\":null}");
    }

    @Test
    void a_missing_one_is_not_found() {
        Client.Answer answer = server.client.get(NOBODY);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("error").asText()).isEqualTo("NotFound");
        assertThat(answer.json().get("message").asText())
                .isEqualTo("Video with ID 00000000-0000-4000-8000-000000000000 not found");
        assertThat(answer.json().get("details").asText())
                .isEqualTo("The video may have been deleted or the ID is incorrect");
        assertThat(server.client.head(NOBODY).status()).isEqualTo(404);
    }

    @Test
    void the_first_frame_is_a_picture() {
        Client.Answer answer = server.client.get(path + "/thumbnail");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.bytes()).startsWith(0xff, 0xd8);
    }

    @Test
    void a_deleted_one_is_gone() {
        Asset doomed = server.studio.storeVideo(new byte[10]);

        assertThat(server.client.delete("/api/mv/videos/" + doomed.id()).status())
                .isEqualTo(204);
        assertThat(server.client.get("/api/mv/get_video/" + doomed.id()).status())
                .isEqualTo(404);
        assertThat(server.client.delete("/api/mv/videos/" + doomed.id()).status())
                .isEqualTo(404);
    }

    @Test
    void a_video_is_no_image() {
        assertThat(server.client.get("/api/mv/get_image/" + video.id()).status())
                .isEqualTo(404);
        assertThat(server.client
                        .get("/api/mv/get_image/" + video.id() + "/info")
                        .json()
                        .get("exists")
                        .asBoolean())
                .isFalse();
        assertThat(server.client.delete("/api/mv/images/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void a_store_that_fails_is_told_apart_from_a_missing_video() {
        server.studio.store.failWith(StorageException.Fault.DISK_FULL);
        try {
            Client.Answer answer = server.client.get(path);

            assertThat(answer.status()).isEqualTo(507);
            assertThat(answer.json().get("error").asText()).isEqualTo("StorageError");
            assertThat(answer.json().get("error_code").asText()).isEqualTo("DISK_FULL");
        } finally {
            server.studio.store.failWith(null);
        }
    }
}
