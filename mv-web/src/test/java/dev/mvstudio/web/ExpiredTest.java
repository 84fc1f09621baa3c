package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.MediaType;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of files that were kept for as long as files are kept. */
class ExpiredTest {
    private static final Instant TIME = Instant.parse("2025-12-16T10:30:25.750Z");
    private static final String DETAILS =
            " expired on 2025-12-16T10:30:25Z (media is kept for 30 days; keep: true keeps it for ever)";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Asset expired(MediaType type, boolean swept) {
        Asset asset = server.studio.store(type, TIME);
        if (swept) {
            server.studio.store.expire(asset.id(), TIME);
        }
        return asset;
    }

    @ParameterizedTest
    @CsvSource({
        "MP4, /api/mv/get_video/, video, true",
        "MP4, /api/mv/get_video/, video, false",
        "PNG, /api/mv/get_image/, image, true",
        "MP3, /api/mv/assets/, asset, true",
    })
    void an_expired_file_is_not_found_and_the_answer_says_why(
            MediaType type, String route, String noun, boolean swept) {
        String path = route + expired(type, swept).id();

        Client.Answer answer = server.client.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("error_code").asText()).isEqualTo("NOT_FOUND");
        assertThat(answer.json().get("details").asText()).isEqualTo("The " + noun + DETAILS);
        assertThat(server.client.head(path).status()).isEqualTo(404);
        JsonNode info = server.client.get(path + "/info").json();
        assertThat(info.get("exists").asBoolean()).isFalse();
        assertThat(info.get("expires_at").asText()).isEqualTo("2025-12-16T10:30:25Z");
        assertThat(info.get("sha256").isNull()).isTrue();
    }

    @Test
    void its_thumbnail_is_gone_and_it_cannot_be_removed_again() {
        Asset video = expired(MediaType.MP4, true);

        assertThat(server.client
                        .get("/api/mv/get_video/" + video.id() + "/thumbnail")
                        .json()
                        .get("details")
                        .asText())
                .isEqualTo("The video" + DETAILS);
        assertThat(server.client
                        .delete("/api/mv/videos/" + video.id())
                        .json()
                        .get("details")
                        .asText())
                .isEqualTo("The video" + DETAILS);
    }

    @Test
    void an_expired_video_was_never_an_image() {
        Asset video = expired(MediaType.MP4, true);

        assertThat(server.client
                        .get("/api/mv/get_image/" + video.id())
                        .json()
                        .get("details")
                        .asText())
                .isEqualTo("The image may have been deleted or the ID is incorrect");
        assertThat(server.client
                        .get("/api/mv/get_image/" + video.id() + "/info")
                        .json()
                        .get("expires_at")
                        .isNull())
                .isTrue();
    }

    @Test
    void what_has_not_expired_tells_when_it_will() {
        Asset video = server.studio.store(MediaType.MP4, Instant.parse("9999-01-01T00:00:00Z"));

        JsonNode info =
                server.client.get("/api/mv/get_video/" + video.id() + "/info").json();

        assertThat(info.get("exists").asBoolean()).isTrue();
        assertThat(info.get("expires_at").asText()).isEqualTo("9999-01-01T00:00:00Z");
    }
}
