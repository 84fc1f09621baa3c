package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.film.MergeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergeVideosTest {
    private static final String ROUTE = "/api/mv/merge_videos";

    private TestServer server;
    private String clips;

    @BeforeEach
    void start() {
        server = TestServer.start();
        String one = server.studio.storeVideo(new byte[] {1}).id().toString();
        String two = server.studio.storeVideo(new byte[] {2}).id().toString();
        clips = "{\"video_ids\":[\"" + two + "\",\"" + one + "\"]}";
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_film_is_told_like_a_clip() {
        Client.Answer answer = server.client.post(ROUTE, clips);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode body = answer.json();
        assertThat(body.get("video_path").asText())
                .isEqualTo("videos/" + body.get("video_id").asText() + ".mp4");
        assertThat(server.client.get(body.get("video_url").asText()).status()).isEqualTo(200);
        JsonNode metadata = body.get("metadata");
        assertThat(metadata.get("prompt").asText()).isEmpty();
        assertThat(metadata.get("backend_used").asText()).isEqualTo("local");
        assertThat(metadata.get("model_used").asText()).isEqualTo("ffmpeg");
        assertThat(metadata.at("/parameters_used/clip_audio").asText()).isEqualTo("keep");
        assertThat(metadata.at("/parameters_used/transition_seconds").asDouble())
                .isEqualTo(0.5);
        assertThat(metadata.at("/parameters_used/video_ids")).hasSize(2);
        assertThat(metadata.at("/warnings/0").asText()).isEqualTo("told to warn");
        assertThat(metadata.at("/cost/estimated").asDouble()).isZero();
        assertThat(metadata.get("job_id").asText()).isEqualTo(answer.header("X-Job-Id"));
    }

    @Test
    void a_rehearsal_joins_nothing() {
        JsonNode body = server.client.post(ROUTE + "?dry_run=true", clips).json();

        assertThat(body.get("kind").asText()).isEqualTo("merge_videos");
        assertThat(body.at("/provider_request/target").asText()).isEqualTo("ffmpeg");
        assertThat(body.at("/parameters_used/fit").asText()).isEqualTo("pad");
    }

    @ParameterizedTest
    @EnumSource
    void clips_that_cannot_be_joined_are_a_merge_error(MergeException.Fault fault) {
        server.studio.editor.fail(fault);

        Client.Answer answer = server.client.post(ROUTE, clips);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().get("error").asText()).isEqualTo("MergeError");
        assertThat(answer.json().get("error_code").asText()).isEqualTo(fault.name());
        assertThat(answer.json().get("message").asText()).contains("clip 2");
        assertThat(answer.json().get("backend_used").asText()).isEqualTo("local");
    }
}
