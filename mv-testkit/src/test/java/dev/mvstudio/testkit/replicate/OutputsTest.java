package dev.mvstudio.testkit.replicate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutputsTest extends Rehearsal {
    private String clip() throws IOException {
        return caller.clip("", "Prefer", "wait").at("/output");
    }

    private static List<String> boxes(byte[] mp4) {
        List<String> types = new ArrayList<>();
        ByteBuffer at = ByteBuffer.wrap(mp4);
        while (at.hasRemaining()) {
            int start = at.position();
            int size = at.getInt();
            types.add(new String(mp4, start + 4, 4, US_ASCII));
            at.position(start + size);
        }
        return types;
    }

    @Test
    void a_clip_is_a_whole_mp4_and_each_is_another() throws Exception {
        HttpResponse<byte[]> first = caller.download(clip());

        assertThat(first.headers().firstValue("Content-Type")).hasValue("video/mp4");
        assertThat(first.headers().firstValueAsLong("Content-Length")).hasValue(first.body().length);
        assertThat(boxes(first.body()))
                .startsWith("ftyp")
                .contains("moov", "mdat")
                .endsWith("free");
        assertThat(caller.download(clip()).body()).isNotEqualTo(first.body());
    }

    @Test
    void clips_can_be_large_and_are_still_mp4s() throws Exception {
        fake.outputs().clipSize(20_000_000);
        byte[] large = caller.download(clip()).body();

        assertThat(large).hasSize(20_000_000);
        assertThat(boxes(large)).contains("moov").endsWith("free");
    }

    @ParameterizedTest
    @CsvSource({
        "google/imagen-4, png, 16:9, 455, 256",
        "google/imagen-4-fast, jpg, 9:16, 256, 455",
        "google/nano-banana, jpg, match_input_image, 256, 256",
        "black-forest-labs/flux-1.1-pro, png, 3:2, 384, 256",
        "black-forest-labs/flux-1.1-pro, jpg, custom, 256, 256"
    })
    void pictures_have_the_format_and_shape_that_was_asked_for(
            String model, String format, String ratio, int width, int height) throws Exception {
        String input = "{\"input\":{\"prompt\":\"p\",\"output_format\":\"" + format + "\",\"aspect_ratio\":\"" + ratio
                + "\"}}";
        String output = caller.post("/models/" + model + "/predictions", input, "Prefer", "wait")
                .at("/output");
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(caller.download(output).body()));

        assertThat(output).endsWith("." + format);
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
    }

    @Test
    void the_defaults_of_flux_are_a_square_webp() throws Exception {
        String output = caller.post(
                        "/models/black-forest-labs/flux-1.1-pro/predictions",
                        "{\"input\":{\"prompt\":\"p\"}}",
                        "Prefer",
                        "wait")
                .at("/output");
        byte[] webp = caller.download(output).body();
        ByteBuffer bytes = ByteBuffer.wrap(webp).order(java.nio.ByteOrder.LITTLE_ENDIAN);

        assertThat(new String(webp, 8, 8, US_ASCII)).isEqualTo("WEBPVP8L");
        assertThat(bytes.getInt(4)).isEqualTo(webp.length - 8);
        assertThat(bytes.getInt(21) & 0x3FFF).isEqualTo(255);
    }

    @Test
    void what_is_not_done_yet_cannot_be_had() throws Exception {
        assertThat(caller.download(fake.delivery() + "/xezq/0/out.mp4").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "CHUNKED_CUT", "DROPPED"})
    void a_download_can_break_off(OutputFault fault) throws Exception {
        String output = clip();
        fake.outputs().faults().always(fault); // the JDK's client asks again by itself when nothing came

        assertThatThrownBy(() -> caller.download(output)).isInstanceOf(IOException.class);
        fake.outputs().faults().clear();
        assertThat(caller.download(output).statusCode()).isEqualTo(200);
    }

    @Test
    void a_download_can_be_something_else() throws Exception {
        String output = clip();
        fake.outputs()
                .faults()
                .once(OutputFault.HTML)
                .once(OutputFault.EMPTY)
                .once(OutputFault.PNG)
                .once(OutputFault.NOT_FOUND)
                .once(OutputFault.UNAVAILABLE);

        assertThat(caller.download(output).body()).asString(UTF_8).startsWith("<!doctype html>");
        assertThat(caller.download(output).body()).isEmpty();
        assertThat(caller.download(output).body()).asString(US_ASCII).contains("PNG");
        assertThat(caller.download(output).statusCode()).isEqualTo(404);
        assertThat(caller.download(output).statusCode()).isEqualTo(503);
    }

    @Test
    void a_download_can_lead_elsewhere() throws Exception {
        String output = clip();
        fake.outputs().faults().once(OutputFault.REDIRECT).once(OutputFault.REDIRECT_LOOP);

        String further =
                caller.download(output).headers().firstValue("Location").orElseThrow();
        assertThat(caller.download(fake.delivery() + further).statusCode()).isEqualTo(200);
        String loop = caller.download(output).headers().firstValue("Location").orElseThrow();
        assertThat(caller.download(fake.delivery() + loop).headers().firstValue("Location"))
                .hasValue(loop);

        fake.outputs()
                .redirectingTo(URI.create("http://169.254.0.1/secret"))
                .faults()
                .once(OutputFault.REDIRECT_ELSEWHERE);
        assertThat(caller.download(output).headers().firstValue("Location")).hasValue("http://169.254.0.1/secret");
        assertThat(caller.download(output).statusCode()).isEqualTo(200);
    }

    @Test
    void a_slow_download_arrives_whole() throws Exception {
        String output = clip();
        byte[] usual = caller.download(output).body();
        fake.outputs().faults().once(OutputFault.SLOW);

        assertThat(caller.download(output).body()).isEqualTo(usual);
    }
}
