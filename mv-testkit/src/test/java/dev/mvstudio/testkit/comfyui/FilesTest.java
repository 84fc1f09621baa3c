package dev.mvstudio.testkit.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Pictures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesTest extends Rehearsal {
    private static final byte[] ONE = Pictures.png(8, 8, 1);
    private static final byte[] OTHER = Pictures.png(8, 8, 2);

    private static String named(String name, String subfolder, String type) {
        return "{\"name\":\"%s\",\"subfolder\":\"%s\",\"type\":\"%s\"}".formatted(name, subfolder, type);
    }

    @Test
    void a_name_that_is_taken_by_other_bytes_gets_a_number() throws Exception {
        assertThat(upload("ref.png", ONE).body()).isEqualTo(named("ref.png", "", "input"));
        assertThat(upload("ref.png", ONE).body()).isEqualTo(named("ref.png", "", "input"));
        assertThat(upload("ref.png", OTHER).body()).isEqualTo(named("ref (1).png", "", "input"));
        assertThat(upload("ref.png", OTHER, "overwrite", "true").body()).isEqualTo(named("ref.png", "", "input"));
        assertThat(upload("ref.png", ONE, "subfolder", "mv").body()).isEqualTo(named("ref.png", "mv", "input"));
        assertThat(upload("ref.png", ONE, "type", "temp").body()).isEqualTo(named("ref.png", "", "temp"));
        assertThat(bytes("/view?filename=ref.png&type=input").body()).isEqualTo(OTHER);
        assertThat(bytes("/api/view?filename=ref.png&type=input&subfolder=mv").body())
                .isEqualTo(ONE);
        assertThat(json("/object_info/LoadImage")
                        .at("/LoadImage/input/required/image/0")
                        .toString())
                .isEqualTo("[\"ref (1).png\",\"ref.png\"]");
        assertThat(fake.ledger().uploads()).extracting(Uploaded::name).contains("ref (1).png");
    }

    @Test
    void nothing_is_kept_outside_of_its_folder() throws Exception {
        assertThat(upload("ref.png", ONE, "subfolder", "../../etc").statusCode())
                .isEqualTo(400);
        assertThat(upload("../../ref.png", ONE).statusCode()).isEqualTo(400);
        assertThat(post("/upload/image", "{}").statusCode()).isEqualTo(400);
        assertThat(fake.ledger().uploads()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/view, 404",
        "/view?filename=none.png, 404",
        "/view?filename=../x.png, 400",
        "/view?filename=/etc/passwd, 400",
        "/view?filename=x.png&type=secret, 400",
        "/view?filename=x.png&subfolder=../../etc, 403"
    })
    void what_is_not_there_cannot_be_seen(String path, int status) throws Exception {
        var response = get(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
        assertThat(fake.ledger().refusals()).hasSize(1);
    }

    @Test
    void a_preview_is_webp() throws Exception {
        upload("ref.png", ONE);

        assertThat(bytes("/view?filename=ref.png&type=input&preview=webp;50")
                        .headers()
                        .firstValue("content-type"))
                .contains("image/webp");
    }

    @Test
    void pictures_carry_their_graphs() throws Exception {
        JsonNode file = finished(submit(plain(1))).at("/outputs/2/images/0");

        assertThat(new String(bytes(view(file)).body(), StandardCharsets.ISO_8859_1))
                .contains("tEXtprompt\0{\"1\":{\"class_type\":\"EmptyImage\"");
    }

    private static ObjectNode imageToImage(String name) {
        ObjectNode graph = graph(1, 1);
        node(graph, "11", "LoadImage").put("image", name);
        ObjectNode scale = node(graph, "12", "ImageScale").put("upscale_method", "lanczos");
        scale.put("width", 160).put("height", 96).put("crop", "center");
        link(scale, "image", "11", 0);
        ObjectNode encode = node(graph, "14", "VAEEncode");
        link(encode, "pixels", "12", 0);
        link(encode, "vae", "4", 2);
        link(inputs(graph, "3").put("denoise", 0.6), "latent_image", "14", 0);
        graph.remove("5");
        return graph;
    }

    @ParameterizedTest
    @CsvSource({"ref.png", "mv/ref.png", "ref.png [temp]"})
    void a_reference_is_loaded_from_where_it_was_put(String name) throws Exception {
        upload("ref.png", ONE);
        upload("ref.png", ONE, "subfolder", "mv");
        upload("ref.png", ONE, "type", "temp");

        JsonNode file = finished(submit(imageToImage(name))).at("/outputs/9/images/0");

        assertThat(size(bytes(view(file)).body())).isEqualTo("160x96");
    }

    @Test
    void other_bytes_under_the_same_name_are_computed_anew() throws Exception {
        upload("ref.png", ONE);
        finished(submit(imageToImage("ref.png")));
        upload("ref.png", OTHER, "overwrite", "1");
        finished(submit(imageToImage("ref.png")));

        assertThat(fake.ledger().renders()).hasSize(2);
        assertThat(fake.ledger().renderedTwice()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"V0_33_0", "V0_3_64"})
    void clips_are_named_among_the_images(Version version) throws Exception {
        startAs(version);
        ObjectNode graph = plain(1);
        link(node(graph, "6", "CreateVideo").put("fps", 24.0), "images", "1", 0);
        link(
                node(graph, "7", "SaveVideo")
                        .put("filename_prefix", "video/x")
                        .put("format", "mp4")
                        .put("codec", "h264"),
                "video",
                "6",
                0);
        ObjectNode webm =
                node(graph, "5", "SaveWEBM").put("filename_prefix", "v").put("codec", "vp9");
        link(webm.put("fps", 24.0).put("crf", 32.0), "images", "1", 0);

        JsonNode outputs = finished(submit(graph)).get("outputs");

        assertThat(outputs.get("7").toString())
                .isEqualTo("{\"images\":[{\"filename\":\"x_00001_.mp4\",\"subfolder\":\"video\",\"type\":\"output\"}],"
                        + "\"animated\":[true]}");
        var mp4 = bytes(view(outputs.at("/7/images/0")));
        var other = bytes(view(outputs.at("/5/images/0")));
        assertThat(mp4.headers().firstValue("content-type")).contains("video/mp4");
        assertThat(new String(mp4.body(), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        assertThat(other.headers().firstValue("content-type")).contains("video/webm");
        assertThat(other.body()).startsWith(0x1A, 0x45, 0xDF, 0xA3);
    }

    @Test
    void a_prefix_that_leaves_the_folder_fails_while_it_runs() throws Exception {
        ObjectNode graph = plain(1);
        inputs(graph, "2").put("filename_prefix", "../../x");

        JsonNode over = finished(submit(graph));

        assertThat(over.at("/status/messages/2/1/exception_message").asText()).contains("outside the output folder");
    }

    @Test
    void a_value_in_place_of_a_link_fails_while_it_runs() throws Exception {
        ObjectNode graph = plain(1);
        inputs(graph, "2").put("images", "none");

        assertThat(finished(submit(graph))
                        .at("/status/messages/2/1/exception_type")
                        .asText())
                .isEqualTo("AttributeError");
        assertThat(Json.tree(fake.ledger().prompts().get(0).says("none")).asBoolean())
                .isTrue();
    }
}
