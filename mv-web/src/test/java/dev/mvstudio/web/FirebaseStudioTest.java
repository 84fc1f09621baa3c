package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.storage.FakeCloudStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as it is shipped, with its files in a bucket that is not Google's. */
class FirebaseStudioTest {
    @TempDir
    private Path folder;

    private final FakeCloudStorage bucket = FakeCloudStorage.start("films.firebasestorage.app");
    private ShippedServer server;
    private Client client;

    @BeforeEach
    void start() {
        server = ShippedServer.start(
                folder,
                Map.of(
                        "MV_STORAGE", "firebase",
                        "MV_FIREBASE_PROJECT", "my-films",
                        "MV_FIREBASE_BUCKET", bucket.bucket(),
                        "FIREBASE_STORAGE_EMULATOR_HOST", bucket.address().getAuthority(),
                        // Nobody answers there.
                        "FIRESTORE_EMULATOR_HOST", "127.0.0.1:1"));
        client = server.client;
    }

    @AfterEach
    void stop() {
        server.close();
        bucket.close();
    }

    private JsonNode drawn() {
        String order = "{\"character_description\":\"a robot\",\"backend\":\"preview\"}";
        String job = client.post("/api/mv/generate_character_reference", order, "Prefer", "respond-async")
                .header("X-Job-Id");
        // As long as calls to a storage that is down are repeated.
        Settling.until(() -> !job(job).get("finished_at").isNull(), Duration.ofMinutes(2));
        assertThat(job(job).get("state").asText()).isEqualTo("succeeded");
        return job(job).get("result");
    }

    private JsonNode job(String id) {
        return client.get("/api/mv/jobs/" + id).json();
    }

    @Test
    void what_is_made_lies_in_the_bucket_and_is_served_from_there() {
        JsonNode made = drawn();

        assertThat(bucket.object(made.get("output_file").asText())).isPresent();
        String url = made.get("image_url").asText();
        Client.Answer all = client.get(url);
        Client.Answer part = client.get(url, "Range", "bytes=1-3");
        assertThat(all.header("Content-Type")).isEqualTo("image/png");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("PNG");
        Client.Answer ready = client.get("/health/readiness");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().at("/faults/firestore/0").asText()).contains("image sequences wait");
    }

    @Test
    void what_is_made_while_storage_is_down_is_there_and_goes_up_later() {
        bucket.down();

        JsonNode made = drawn();

        assertThat(client.get(made.get("image_url").asText()).status()).isEqualTo(200);
        bucket.up();
        Settling.until(() -> bucket.object(made.get("output_file").asText()).isPresent(), Duration.ofSeconds(90));
    }

    @Test
    void no_sequence_is_gone_on_with_whose_record_cannot_be_read() {
        Client.Answer answer = client.post("/generateImages", """
                {"backend":"preview","folder_id":"cave","character_data":{"base_traits":"a robot"},
                 "sequence_data":[{"scene_description":"a cave"}]}""");

        assertThat(answer.status()).isEqualTo(507);
        assertThat(answer.text()).contains("STORAGE_UNAVAILABLE");
    }

    @Test
    void readiness_names_a_bucket_that_is_not_there() {
        // What was found out a moment ago is not asked again.
        server.close();
        bucket.withoutBucket();
        start();

        Client.Answer ready = client.get("/health/readiness");

        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.json().get("message").asText()).contains(bucket.bucket(), "MV_FIREBASE_BUCKET");
    }
}
