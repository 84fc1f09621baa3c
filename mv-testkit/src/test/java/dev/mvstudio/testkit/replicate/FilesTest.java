package dev.mvstudio.testkit.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.testkit.replicate.Caller.Heard;
import dev.mvstudio.testkit.wire.ManualClock;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest extends Rehearsal {
    private static final String CAT = part("name=\"content\"; filename=\"cat.png\"", "image/png", "meow");

    private static String part(String disposition, String type, String content) {
        return "--x\r\nContent-Disposition: form-data; " + disposition + "\r\n"
                + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "\r\n" + content + "\r\n";
    }

    private Heard upload(String... parts) throws Exception {
        return caller.post(
                "/files", String.join("", parts) + "--x--\r\n", "Content-Type", "multipart/form-data; boundary=x");
    }

    @Test
    void a_file_is_kept_shown_listed_and_deleted() throws Exception {
        Heard created = upload(CAT, part("name=\"metadata\"", "application/json", "{\"job\":7}"));
        String id = created.at("/id");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("/content_type")).isEqualTo("image/png");
        assertThat(created.at("/size")).isEqualTo("4");
        assertThat(created.at("/checksums/sha256"))
                .isEqualTo("404cdd7bc109c432f8cc2443b45bcfe95980f5107215c645236e577929ac3e52");
        assertThat(created.at("/metadata/job")).isEqualTo("7");
        assertThat(created.at("/urls/get")).isEqualTo(fake.api() + "/files/" + id);
        assertThat(fake.files().bytes(id)).asString(UTF_8).isEqualTo("meow");
        assertThat(caller.get("/files/" + id).text()).isEqualTo(created.text());
        assertThat(caller.get("/files").json().get("results")).containsExactly(created.json());

        assertThat(caller.delete("/files/" + id).status()).isEqualTo(204);
        assertThat(caller.delete("/files/" + id).text()).isEqualTo(Texts.FILE_NOT_FOUND);
        assertThat(caller.get("/files/" + id).status()).isEqualTo(404);
        assertThat(fake.files().present()).isEmpty();
    }

    @Test
    void the_fields_win_over_the_headers_of_the_part() throws Exception {
        Heard created = upload(part("name=\"type\"", "", "image/webp"), part("name=\"filename\"", "", "dog"), CAT);

        assertThat(created.at("/content_type")).isEqualTo("image/webp");
    }

    @Test
    void what_is_no_such_form_is_refused() throws Exception {
        assertThat(upload(part("name=\"type\"", "", "image/png")).status()).isEqualTo(422);
        assertThat(upload(CAT, part("name=\"metadata\"", "", "[]")).status()).isEqualTo(422);
        assertThat(upload(CAT, part("name=\"filename\"", "", "n".repeat(256))).status())
                .isEqualTo(422);
        assertThat(caller.post("/files", "meow", "Content-Type", "image/png").status())
                .isEqualTo(415);
        assertThat(caller.post("/files", CAT, "Content-Type", "multipart/form-data; boundary=x")
                        .status())
                .isEqualTo(400);
        assertThat(fake.files().present()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101})
    void files_may_have_a_hundred_megabytes(int megabytes) throws Exception {
        Heard answer = caller.send(caller.request("/files")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofInputStream(() -> large(megabytes))));

        assertThat(answer.status()).isEqualTo(megabytes == 100 ? 201 : 413);
        assertThat(megabytes == 100 || answer.text().equals(Texts.FILE_TOO_LARGE))
                .isTrue();
    }

    private static InputStream large(int megabytes) {
        byte[] megabyte = new byte[1 << 20];
        return new SequenceInputStream(Collections.enumeration(Arrays.asList(
                new ByteArrayInputStream(CAT.replace("meow\r\n", "").getBytes(UTF_8)),
                new SequenceInputStream(Collections.enumeration(Collections.nCopies(megabytes, megabyte).stream()
                        .map(ByteArrayInputStream::new)
                        .toList())),
                new ByteArrayInputStream("\r\n--x--\r\n".getBytes(UTF_8)))));
    }

    @Test
    void an_input_may_be_a_file_that_is_there() throws Exception {
        String link = upload(CAT).at("/urls/get");
        assertThat(caller.clip(",\"image\":\"" + link + "\"").status()).isEqualTo(201);

        caller.delete(link);
        Heard refused = caller.clip(",\"image\":\"" + link + "\"");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/invalid_fields/0/field")).isEqualTo("input.image");
    }

    @Test
    void files_are_gone_after_a_day() throws Exception {
        ManualClock clock = new ManualClock();
        start(FakeReplicate.Setup.USUAL.clock(clock));
        Heard created = upload(CAT);
        assertThat(created.at("/expires_at")).isEqualTo("2026-01-02T00:00:00Z");
        clock.pass(Duration.ofHours(24));

        assertThat(caller.get("/files/" + created.at("/id")).status()).isEqualTo(404);
        assertThat(caller.get("/files").json().get("results")).isEmpty();
    }

    @Test
    void a_signed_link_needs_no_token() throws Exception {
        String id = upload(CAT).at("/id");
        String link = fake.api() + "/files/" + id + "/download?owner=acme&expiry=4000000000&signature=";
        String signature = URLEncoder.encode(fake.files().sign("acme", id, "4000000000"), UTF_8);

        assertThat(caller.download(link + signature).body()).asString(UTF_8).isEqualTo("meow");
        assertThat(caller.download(link + "forged").statusCode()).isEqualTo(404);
    }
}
