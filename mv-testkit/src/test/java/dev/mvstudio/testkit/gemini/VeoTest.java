package dev.mvstudio.testkit.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.mvstudio.testkit.wire.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VeoTest extends Rehearsal {
    private static final String SAMPLE = "/response/generateVideoResponse/generatedSamples/0/video";
    private static final String IMAGE = ",'image':{'bytesBase64Encoded':'" + PICTURE + "','mimeType':'image/png'}";
    private static final String LAST = ",'lastFrame':{'bytesBase64Encoded':'" + PICTURE + "','mimeType':'image/png'}";
    private static final String REFERENCE =
            "{'image':{'bytesBase64Encoded':'" + PICTURE + "','mimeType':'image/png'},'referenceType':'asset'}";

    private Heard done() throws Exception {
        String name = clip(VEO, "", "").at("/name");
        clock.pass(Duration.ofSeconds(1));
        return get(name);
    }

    @Test
    void a_clip_is_ordered_asked_for_and_downloaded() throws Exception {
        Heard ordered = clip(VEO, "", "'durationSeconds':8,'aspectRatio':'16:9','resolution':'1080p'");
        Heard running = get(ordered.at("/name"));
        fake.hurry();
        Heard done = get(ordered.at("/name"));
        Heard sentOn = get(done.at(SAMPLE + "/uri"));
        var clip = bytes(sentOn.headers().firstValue("Location").orElseThrow());

        assertThat(ordered.at("/name")).matches("models/" + VEO + "/operations/[a-z0-9]+");
        assertThat(running.has("/done")).isFalse();
        assertThat(done.json().get("done").asBoolean()).isTrue();
        assertThat(done.at(SAMPLE + "/uri")).matches(".*/v1beta/files/[a-z0-9]+:download\\?alt=media");
        assertThat(sentOn.status()).isEqualTo(302);
        assertThat(new String(clip.body(), 4, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("ftyp");
        assertThat(fake.ledger().strayKeys()).isEmpty();
        assertThat(fake.ledger().orders().get(0).parameter("resolution")).isEqualTo("1080p");
        assertThat(fake.ledger().mostClipsAtOnce()).isEqualTo(1);
    }

    @Test
    void downloads_need_the_key_here_and_must_not_show_it_there() throws Exception {
        String uri = done().at(SAMPLE + "/uri");

        assertThat(send(HttpRequest.newBuilder(URI.create(uri))).status()).isEqualTo(403);
        String storage = get(uri).headers().firstValue("Location").orElseThrow();
        assertThat(storage).startsWith(fake.storage().toString());
        assertThat(send(request(storage)).status()).isEqualTo(200);
        assertThat(fake.ledger().strayKeys()).hasSize(1);
    }

    @Test
    void files_are_described_and_gone_after_two_days() throws Exception {
        String uri = done().at(SAMPLE + "/uri");
        Heard file = get(uri.replace(":download?alt=media", ""));

        assertThat(file.at("/state")).isEqualTo("ACTIVE");
        assertThat(file.at("/expirationTime")).isEqualTo("2026-01-03T00:00:01Z");
        clock.pass(Duration.ofDays(2));
        Heard gone = get(uri);
        assertThat(gone.status()).isEqualTo(403);
        assertThat(gone.at("/error/message")).contains("or it may not exist");
    }

    @Test
    void files_may_come_without_a_detour_and_be_large() throws Exception {
        fake.downloads().direct(true).clipSize(3_000_000);
        Heard file = get(done().at(SAMPLE + "/uri"));

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Length")).hasValue("3000000");
    }

    @ParameterizedTest
    @EnumSource(
            value = DownloadFault.class,
            names = {"SLOW"},
            mode = EnumSource.Mode.EXCLUDE)
    void downloads_go_wrong(DownloadFault fault) throws Exception {
        String storage =
                get(done().at(SAMPLE + "/uri")).headers().firstValue("Location").orElseThrow();
        fake.downloads().faults().always(fault); // clients try what was dropped again by themselves

        switch (fault) {
            case CUT, CHUNKED_CUT, DROPPED -> assertThatIOException().isThrownBy(() -> bytes(storage));
            case HTML, PNG, EMPTY ->
                assertThat(bytes(storage).headers().firstValue("Content-Type")).hasValue("video/mp4");
            case REDIRECT_LOOP, REDIRECT_ELSEWHERE ->
                assertThat(bytes(storage).statusCode()).isEqualTo(302);
            default -> assertThat(bytes(storage).statusCode()).isIn(403, 404, 503);
        }
        fake.calm();
        assertThat(bytes(storage).statusCode()).isEqualTo(200);
    }

    @Test
    void clips_end_in_many_ways() throws Exception {
        fake.outcomes()
                .once(Outcome.inline())
                .once(Outcome.audioFiltered())
                .once(Outcome.filteredAsVertex())
                .once(Outcome.failed(8, "quota"))
                .once(Outcome.ended(""))
                .once(Outcome.odd(Json.object().put("strange", true)));

        assertThat(Base64.getDecoder().decode(done().at(SAMPLE + "/encodedVideo")))
                .hasSizeGreaterThan(1000);
        Heard filtered = done();
        assertThat(filtered.has("/error")).isFalse();
        assertThat(filtered.has(SAMPLE)).isFalse();
        assertThat(filtered.at("/response/generateVideoResponse/raiMediaFilteredReasons/0"))
                .contains("audio");
        Heard vertex = done();
        assertThat(vertex.json().at("/response/videos")).isEmpty();
        assertThat(vertex.at("/response/raiMediaFilteredCount")).isEqualTo("1");
        assertThat(done().at("/error/code")).isEqualTo("8");
        Heard empty = done();
        assertThat(empty.has("/response")).isFalse();
        assertThat(empty.has("/error")).isFalse();
        assertThat(done().at("/response/strange")).isEqualTo("true");
    }

    @Test
    void an_operation_that_there_is_not_is_not_found() throws Exception {
        assertThat(get("models/" + VEO + "/operations/nothing").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                VEO + " | '' | 'durationSeconds':7 | between 4 and 8, inclusive",
                VEO + " | '' | 'durationSeconds':10 | between 4 and 8, inclusive",
                VEO + " | '' | 'durationSeconds':\"8\" | needs to be a number",
                VEO
                        + " | '' | 'durationSeconds':6,'resolution':'1080p' | 1080p is not supported for a duration of 6 seconds.",
                VEO + " | '' | 'resolution':'480p' | 480p for resolution is currently not supported.",
                VEO + " | '' | 'aspectRatio':'1:1' | 1:1 for aspectRatio is currently not supported.",
                VEO
                        + " | '' | 'personGeneration':'allow_adult' | allow_adult for personGeneration is currently not supported.",
                VEO
                        + " | image | 'personGeneration':'allow_all' | allow_all for personGeneration is currently not supported.",
                VEO + " | '' | 'seed':1 | `seed` isn't supported by this model.",
                VEO + " | '' | 'generateAudio':true | `generateAudio` isn't supported by this model.",
                VEO + " | '' | 'numberOfVideos':1 | `numberOfVideos` isn't supported by this model.",
                VEO + " | '' | 'sampleCount':2 | `sampleCount` is out of bound",
                VEO + " | last | '' | `lastFrame` needs an `image`",
                VEO + " | both | 'durationSeconds':4 | `lastFrame` is not supported for a duration of 4 seconds.",
                VEO + " | references4 | '' | `referenceImages` takes 1 to 3 images.",
                VEO + " | references1 | 'aspectRatio':'9:16' | aspect ratio of 16:9",
                VEO + " | references1 | 'durationSeconds':4 | `referenceImages` is not supported for a duration",
                VEO + " | inline | '' | `inlineData` isn't supported by this model.",
                "veo-3.1-fast-generate-preview | references1 | '' | `referenceImages` isn't supported by this model.",
                "veo-3.0-generate-001 | references1 | '' | `referenceImages` isn't supported by this model.",
                "veo-3.0-generate-001 | '' | 'resolution':'4k' | 4k for resolution",
                "veo-2.0-generate-001 | '' | 'resolution':'720p' | `resolution` isn't supported by this model.",
                "veo-2.0-generate-001 | '' | 'durationSeconds':4 | between 5 and 8, inclusive",
                "veo-2.0-generate-001 | image | 'personGeneration':'allow_all' | allow_all for personGeneration"
            },
            quoteCharacter = '^')
    void each_model_refuses_what_it_does_not_take(String model, String what, String parameters, String message)
            throws Exception {
        Heard heard = clip(model, instance(what), parameters.equals("''") ? "" : parameters);

        assertThat(heard.at("/error/message")).contains(message);
        assertThat(heard.status()).isEqualTo(400);
        assertThat(fake.ledger().orders()).isEmpty();
    }

    private static String instance(String what) {
        return switch (what) {
            case "image" -> IMAGE;
            case "last" -> LAST;
            case "both" -> IMAGE + LAST;
            case "references1" -> ",'referenceImages':[" + REFERENCE + "]";
            case "references4" ->
                ",'referenceImages':[" + String.join(",", REFERENCE, REFERENCE, REFERENCE, REFERENCE) + "]";
            case "inline" -> ",'image':{'inlineData':{'mimeType':'image/png','data':'" + PICTURE + "'}}";
            default -> "";
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                VEO + " | image | 'personGeneration':'allow_adult','durationSeconds':4",
                VEO + " | both | 'durationSeconds':8,'negativePrompt':'blur'",
                VEO + " | references1 | 'durationSeconds':8,'resolution':'4k'",
                "veo-3.1-lite-generate-preview | '' | 'durationSeconds':6,'aspectRatio':'9:16'",
                "veo-2.0-generate-001 | '' | 'sampleCount':2,'personGeneration':'dont_allow','durationSeconds':5"
            },
            quoteCharacter = '^')
    void each_model_takes_what_it_takes(String model, String what, String parameters) throws Exception {
        Heard heard = clip(model, instance(what), parameters);

        assertThat(heard.text()).contains("/operations/");
    }

    @Test
    void switches_change_the_rules() throws Exception {
        fake.models().allowing("seed").inEurope(true);

        assertThat(clip(VEO, "", "'seed':1,'personGeneration':'allow_adult'").status())
                .isEqualTo(200);
        assertThat(clip(VEO, "", "'personGeneration':'allow_all'").status()).isEqualTo(400);
    }
}
