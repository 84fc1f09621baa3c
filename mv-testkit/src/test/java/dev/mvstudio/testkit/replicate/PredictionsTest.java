package dev.mvstudio.testkit.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.testkit.replicate.Caller.Heard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PredictionsTest {
    private FakeReplicate fake;
    private Caller caller;

    @BeforeEach
    void start() {
        fake = FakeReplicate.start().taking(Duration.ofMillis(40));
        caller = new Caller(fake);
    }

    @AfterEach
    void stop() {
        caller.close();
        fake.close();
    }

    @Test
    void a_clip_is_ordered_asked_for_and_downloaded() throws Exception {
        Heard created = caller.clip("");
        Heard done = caller.settled(created);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("/status")).isEqualTo("starting");
        assertThat(created.at("/version")).isEqualTo("hidden");
        assertThat(created.json().get("output").isNull()).isTrue();
        assertThat(done.at("/status")).isEqualTo("succeeded");
        assertThat(done.at("/logs")).endsWith("100%\n");
        var clip = caller.download(done.at("/output"));
        assertThat(clip.statusCode()).isEqualTo(200);
        assertThat(new String(clip.body(), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    }

    @Test
    void pictures_come_as_an_array_where_the_model_says_so() throws Exception {
        Heard done = caller.post(
                "/predictions",
                "{\"version\":\"black-forest-labs/flux-schnell\",\"input\":{\"prompt\":\"p\",\"num_outputs\":3}}",
                "Prefer",
                "wait");

        assertThat(done.status()).isEqualTo(201);
        assertThat(done.json().get("output")).hasSize(3);
        assertThat(caller.download(done.at("/output/0")).headers().firstValue("Content-Type"))
                .hasValue("image/webp");
    }
}
