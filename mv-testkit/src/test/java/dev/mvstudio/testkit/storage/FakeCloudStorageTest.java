package dev.mvstudio.testkit.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakeCloudStorageTest {
    private static final String UPLOAD = "/upload/storage/v1/b/bucket-1/o?uploadType=";
    private static final String OBJECTS = "/storage/v1/b/bucket-1/o";

    private final FakeCloudStorage fake = FakeCloudStorage.start("bucket-1");
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        fake.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        URI uri = path.startsWith("http") ? URI.create(path) : URI.create(fake.address() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, "", headers);
    }

    private HttpResponse<String> media(String name, String body) throws IOException, InterruptedException {
        return send("POST", UPLOAD + "media&name=" + name, body, "Content-Type", "text/plain");
    }

    private static String related(String description, String bytes) {
        return "--b\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n" + description
                + "\r\n--b\r\nContent-Type: image/png\r\n\r\n" + bytes + "\r\n--b--";
    }

    @Test
    void numbers_are_strings_and_checksums_are_told() throws Exception {
        JsonNode object = Json.read(media("mv%2Fa%20b.png", "HELLO").body());

        assertThat(object.get("name").asText()).isEqualTo("mv/a b.png");
        assertThat(object.get("size").isTextual()).isTrue();
        assertThat(object.get("generation").isTextual()).isTrue();
        assertThat(object.get("md5Hash").asText()).isEqualTo("62HurZDjuJnGvL4nrFgWYA==");
        assertThat(object.get("crc32c").asText()).isEqualTo("6I6MWA==");
        assertThat(get(OBJECTS + "/mv%2Fa%20b.png?alt=media").body()).isEqualTo("HELLO");
    }

    @Test
    void only_related_parts_are_taken() throws Exception {
        String parts = related("{\"name\":\"a.png\",\"metadata\":{\"scene\":\"1\"}}", "PNG!");

        assertThat(send("POST", UPLOAD + "multipart", parts, "Content-Type", "multipart/form-data; boundary=b")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", UPLOAD + "multipart", parts, "Content-Type", "multipart/related; boundary=b")
                        .statusCode())
                .isEqualTo(200);
        assertThat(fake.object("a.png").orElseThrow().metadata()).containsEntry("scene", "1");
        assertThat(fake.object("a.png").orElseThrow().contentType()).isEqualTo("image/png");
    }

    @Test
    void a_checksum_that_is_wrong_is_refused() throws Exception {
        String parts = related("{\"name\":\"a.png\",\"crc32c\":\"AAAAAA==\"}", "PNG!");

        HttpResponse<String> refused =
                send("POST", UPLOAD + "multipart", parts, "Content-Type", "multipart/related; boundary=b");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("doesn't match calculated CRC32C");
        assertThat(fake.objects()).isEmpty();
    }

    @Test
    void what_must_not_be_there_is_not_overwritten() throws Exception {
        media("a.txt", "one");

        HttpResponse<String> refused = media("a.txt&ifGenerationMatch=0", "two");

        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(Json.read(refused.body()).at("/error/errors/0/reason").asText())
                .isEqualTo("conditionNotMet");
        assertThat(get(OBJECTS + "/a.txt?alt=media").body()).isEqualTo("one");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 206, H",
        "bytes=1-2, 206, EL",
        "bytes=-2, 206, LO",
        "bytes=3-99, 206, LO",
        "bytes=5-, 416, ''"
    })
    void parts_are_read(String range, int status, String bytes) throws Exception {
        media("a.txt", "HELLO");

        HttpResponse<String> part = get(OBJECTS + "/a.txt?alt=media", "Range", range);

        assertThat(part.statusCode()).isEqualTo(status);
        assertThat(status == 206 ? part.body() : "").isEqualTo(bytes);
    }

    @Test
    void large_files_come_in_pieces_of_256_kib() throws Exception {
        String piece = "x".repeat(256 * 1024);
        String session = send("POST", UPLOAD + "resumable&name=r.mp4", "{}", "X-Upload-Content-Type", "video/mp4")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        HttpResponse<String> first = send("PUT", session, piece, "Content-Range", "bytes 0-262143/*");
        HttpResponse<String> odd = send("PUT", session, "y", "Content-Range", "bytes 262144-262144/*");
        HttpResponse<String> asked = send("PUT", session, "", "Content-Range", "bytes */*");
        HttpResponse<String> last = send("PUT", session, "y", "Content-Range", "bytes 262144-262144/262145");

        assertThat(first.statusCode()).isEqualTo(308);
        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(asked.headers().firstValue("Range")).contains("bytes=0-262143");
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(fake.object("r.mp4").orElseThrow().bytes()).hasSize(262145);
        assertThat(fake.openUploads()).isZero();
    }

    @Test
    void lists_have_pages_and_prefixes() throws Exception {
        for (String name : new String[] {"a/1", "a/2", "a/3", "b/1"}) {
            media(name.replace("/", "%2F"), "x");
        }

        JsonNode page = Json.read(get(OBJECTS + "?prefix=a%2F&maxResults=2").body());
        JsonNode rest = Json.read(get(OBJECTS + "?prefix=a%2F&maxResults=2&pageToken="
                        + page.get("nextPageToken").asText())
                .body());

        assertThat(page.get("items")).hasSize(2);
        assertThat(rest.get("items").findValuesAsText("name")).containsExactly("a/3");
        assertThat(rest.has("nextPageToken")).isFalse();
        assertThat(Json.read(get(OBJECTS + "?delimiter=%2F").body())
                        .get("prefixes")
                        .toString())
                .isEqualTo("[\"a/\",\"b/\"]");
        assertThat(get(OBJECTS + "?maxResults=0").statusCode()).isEqualTo(400);
    }

    @Test
    void what_is_known_of_an_object_is_changed_and_taken_away() throws Exception {
        media("a.txt", "one");

        send("PATCH", OBJECTS + "/a.txt", "{\"metadata\":{\"x\":\"1\",\"y\":\"2\"}}");
        send("POST", OBJECTS + "/a.txt", "{\"metadata\":{\"x\":null}}", "X-HTTP-Method-Override", "PATCH");

        StoredObject object = fake.object("a.txt").orElseThrow();
        assertThat(object.metadata()).containsOnlyKeys("y");
        assertThat(object.metageneration()).isEqualTo(3);
    }

    @Test
    void who_has_the_token_downloads() throws Exception {
        String token = "11111111-2222-3333-4444-555555555555";
        String parts =
                related("{\"name\":\"a/b.png\",\"metadata\":{\"" + StoredObject.TOKENS + "\":\"" + token + "\"}}", "P");
        send("POST", UPLOAD + "multipart", parts, "Content-Type", "multipart/related; boundary=b");
        String address = "/v0/b/bucket-1/o/a%2Fb.png?alt=media";

        assertThat(get(address + "&token=" + token).body()).isEqualTo("P");
        assertThat(get(address + "&token=other").statusCode()).isEqualTo(403);
        assertThat(get(address).body()).contains("Permission denied. No READ permission.");
        assertThat(get("/v0/b/bucket-1/o/a%2Fb.png?token=" + token).body())
                .contains("\"downloadTokens\":\"" + token + "\"")
                .doesNotContain(StoredObject.TOKENS);
    }

    @Test
    void what_is_not_there_is_told_as_google_tells_it() throws Exception {
        HttpResponse<String> none = get(OBJECTS + "/none");

        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(Json.read(none.body()).at("/error/message").asText()).isEqualTo("No such object: bucket-1/none");
        assertThat(send("DELETE", OBJECTS + "/none", "").statusCode()).isEqualTo(404);
        media("a.txt", "x");
        assertThat(send("DELETE", OBJECTS + "/a.txt", "").statusCode()).isEqualTo(204);
        assertThat(get("/storage/v1/b/other/o").body()).contains("The specified bucket does not exist.");
    }

    @ParameterizedTest
    @CsvSource({"''", "%0A", ".", "..", ".well-known%2Facme-challenge%2Fx"})
    void some_names_are_refused(String name) throws Exception {
        assertThat(media(name, "x").statusCode()).isEqualTo(400);
    }

    @Test
    void who_may_do_what_can_be_asked() throws Exception {
        fake.denying("storage.objects.create");

        String granted = get("/storage/v1/b/bucket-1/iam/testPermissions?permissions=storage.objects.get"
                        + "&permissions=storage.objects.create")
                .body();

        assertThat(granted).contains("storage.objects.get").doesNotContain("create");
        assertThat(media("a.txt", "x").statusCode()).isEqualTo(403);
    }

    @Test
    void it_can_be_down() throws Exception {
        fake.down();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(OBJECTS));

        fake.up();
        assertThat(get(OBJECTS).statusCode()).isEqualTo(200);
    }

    @Test
    void a_lost_answer_was_carried_out() throws Exception {
        fake.faults().once(Fault.lost(), Call.UPLOAD);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> media("a.txt", "x"));

        assertThat(fake.object("a.txt").orElseThrow().bytes()).isEqualTo("x".getBytes(UTF_8));
    }

    @Test
    void who_did_not_sign_in_is_kept_out() throws Exception {
        fake.lockedUp();

        assertThat(get(OBJECTS).statusCode()).isEqualTo(401);
        assertThat(fake.ledger().refusals()).singleElement().asString().startsWith("401 GET /storage/v1/b/bucket-1/o");
    }
}
