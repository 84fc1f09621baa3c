package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import dev.mvstudio.rig.TcpProxy;
import dev.mvstudio.testkit.comfyui.FakeComfyUi;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.storage.FakeCloudStorage;
import dev.mvstudio.testkit.storage.FirestoreEmulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Image sequences with the server as it is shipped: drawn by a ComfyUI, kept in a bucket and in a Firestore, none of them
 * the real one. Skipped where there is no emulator of Firestore.
 */
class FirebaseSequencesTest {
    private static final String ROUTE = "/generateImages";
    private static final String PROJECT = "my-films";
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static FirestoreEmulator emulator;

    @TempDir
    private Path folder;

    private final FakeCloudStorage bucket = FakeCloudStorage.start("films.firebasestorage.app");
    private final FakeComfyUi comfy = FakeComfyUi.start();
    private TcpProxy records;
    private ShippedServer server;
    private Client client;

    @BeforeAll
    static void startEmulator() {
        emulator = FirestoreEmulator.ofNode().or(FirestoreEmulator::ofGoogle).orElse(null);
        assumeTrue(emulator != null, "there is neither an emulator for Node nor Google's");
    }

    @AfterAll
    static void stopEmulator() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @BeforeEach
    void begin() throws IOException {
        records = TcpProxy.before(emulator.port());
        start();
    }

    private void start() {
        server = ShippedServer.start(
                folder,
                Map.of(
                        "MV_POLL_INTERVAL",
                        "20 ms",
                        "MV_COMFYUI_URLS",
                        comfy.address().toString(),
                        "MV_COMFYUI_MAX_CONCURRENT",
                        "1",
                        "MV_STORAGE",
                        "firebase",
                        "MV_FIREBASE_PROJECT",
                        PROJECT,
                        "MV_FIREBASE_BUCKET",
                        bucket.bucket(),
                        "FIREBASE_STORAGE_EMULATOR_HOST",
                        bucket.address().getAuthority(),
                        "FIRESTORE_EMULATOR_HOST",
                        "127.0.0.1:" + records.port()));
        client = server.client;
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        records.close();
        comfy.close();
        bucket.close();
    }

    private static String order(String name, int scenes) {
        ObjectNode body = new ObjectMapper().createObjectNode().put("folder_id", name);
        body.putObject("character_data").put("base_traits", "a robot");
        ArrayNode sequence = body.putArray("sequence_data");
        IntStream.rangeClosed(1, scenes)
                .forEach(i -> sequence.addObject()
                        .put("scene_description", "view " + i)
                        .put("duration", i + 0.5));
        return body.toString();
    }

    private String ordered(String order) {
        return client.post(ROUTE, order, "Prefer", "respond-async").header("X-Job-Id");
    }

    private JsonNode made(String job) {
        Settling.until(() -> !job(job).get("finished_at").isNull(), LONG);
        assertThat(job(job).get("state").asText()).isEqualTo("succeeded");
        return job(job).get("result");
    }

    private JsonNode job(String id) {
        return client.get("/api/mv/jobs/" + id).json();
    }

    private Map<String, Object> document(String name) throws Exception {
        FirestoreOptions options = FirestoreOptions.newBuilder()
                .setProjectId(PROJECT)
                .setEmulatorHost(emulator.host())
                .setCredentials(new FirestoreOptions.EmulatorCredentials())
                .build();
        try (Firestore firestore = options.getService()) {
            return firestore.document("movies/" + name).get().get().getData();
        }
    }

    private static List<Object> ofScenes(Map<String, Object> document, String field) {
        return ((List<?>) document.get("scenes"))
                .stream().<Object>map(scene -> ((Map<?, ?>) scene).get(field)).toList();
    }

    private static List<Object> urls(JsonNode made) {
        return IntStream.range(0, made.get("image_urls").size())
                .<Object>mapToObj(i -> made.at("/image_urls/" + i + "/url").textValue())
                .toList();
    }

    private static byte[] fetched(Object url) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create((String) url)).build(), BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private static String object(String name, int scene) {
        return name + "/images/scene_000" + scene + ".png";
    }

    private boolean areThere(String name, int scenes) {
        return IntStream.rangeClosed(1, scenes)
                .allMatch(i -> bucket.object(object(name, i)).isPresent());
    }

    private void assertRenderedOnce(int scenes) {
        assertThat(comfy.ledger().renders()).hasSize(scenes);
        assertThat(comfy.ledger().renderedTwice()).isEmpty();
    }

    @Test
    void images_have_permanent_addresses_which_the_document_holds_by_their_scenes() throws Exception {
        JsonNode made = made(ordered(order("plain", 3)));

        assertThat(made.get("success").booleanValue()).isTrue();
        Map<String, Object> document = document("plain");
        assertThat(ofScenes(document, "scene_number")).containsExactly(1L, 2L, 3L);
        assertThat(ofScenes(document, "duration")).containsExactly(1.5, 2.5, 3.5);
        assertThat(ofScenes(document, "url")).isEqualTo(urls(made));
        for (int scene = 1; scene <= 3; scene++) {
            String url = (String) urls(made).get(scene - 1);
            assertThat(url)
                    .startsWith(bucket.address() + "/v0/b/" + bucket.bucket() + "/o/plain%2Fimages%2Fscene_000" + scene
                            + ".png?alt=media&token=");
            assertThat(fetched(url))
                    .startsWith(PNG)
                    .isEqualTo(
                            bucket.object(object("plain", scene)).orElseThrow().bytes());
        }

        JsonNode again = made(ordered(order("plain", 3)));

        assertThat(urls(again)).isEqualTo(urls(made));
        assertRenderedOnce(3);
    }

    @Test
    void what_is_made_while_storage_is_down_goes_up_after_a_restart_and_is_not_made_again() throws Exception {
        comfy.taking(Duration.ofMillis(300));
        String job = ordered(order("dry", 4));
        Settling.until(() -> bucket.object(object("dry", 1)).isPresent(), LONG);
        bucket.down();
        JsonNode made = made(job);

        assertThat(made.get("success").booleanValue()).isTrue();
        assertThat(areThere("dry", 4)).isFalse();
        server.close();
        bucket.up();
        start();
        Settling.until(() -> areThere("dry", 4), LONG);

        for (Object url : urls(made)) {
            assertThat(fetched(url)).startsWith(PNG);
        }
        assertThat(ofScenes(document("dry"), "url")).isEqualTo(urls(made));
        assertThat(urls(made(ordered(order("dry", 4))))).isEqualTo(urls(made));
        assertRenderedOnce(4);
    }

    @Test
    void what_is_made_while_firestore_is_down_is_recorded_later_and_is_not_made_again() throws Exception {
        comfy.taking(Duration.ofMillis(300));
        String job = ordered(order("mute", 4));
        Settling.until(() -> bucket.object(object("mute", 1)).isPresent(), LONG);
        records.gone();
        Settling.until(() -> areThere("mute", 4), LONG);
        assertThat(job(job).get("finished_at").isNull()).isTrue();
        server.close();
        start();

        records.back();
        JsonNode made = made(job);

        assertThat(made.get("success").booleanValue()).isTrue();
        assertThat(made.get("image_urls")).hasSize(4);
        assertThat(ofScenes(document("mute"), "url")).isEqualTo(urls(made));
        assertRenderedOnce(4);
    }

    @Test
    void converted_images_sheets_slideshows_and_parts_of_files_come_from_the_bucket() {
        String order = order("shown", 2).replaceFirst("\\{", "{\"output_format\":\"jpeg\",");
        JsonNode made = made(ordered(order));
        String image = made.at("/image_urls/0/path").textValue();
        String sequence = "/api/mv/sequences/shown";

        Client.Answer sheet = client.get(sequence + "/contact_sheet.jpg");
        JsonNode film = client.post(sequence + "/slideshow", "{}").json();
        Client.Answer part = client.get(film.get("video_url").textValue(), "Range", "bytes=4-7");

        assertThat(image).endsWith("shown/images/scene_0001.jpg");
        assertThat(bucket.object("shown/images/scene_0001.jpg").orElseThrow().contentType())
                .isEqualTo("image/jpeg");
        assertThat(sheet.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(sheet.header("Content-Length")).isEqualTo(Integer.toString(sheet.bytes().length));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("ftyp");
        assertThat(part.header("Content-Length")).isEqualTo("4");
        assertThat(bucket.ledger().ranges()).contains("bytes=4-7");
    }
}
