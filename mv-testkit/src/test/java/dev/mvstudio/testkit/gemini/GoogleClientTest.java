package dev.mvstudio.testkit.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.genai.Client;
import com.google.genai.errors.ClientException;
import com.google.genai.errors.ServerException;
import com.google.genai.types.Content;
import com.google.genai.types.DownloadFileConfig;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateVideosConfig;
import com.google.genai.types.GenerateVideosOperation;
import com.google.genai.types.GenerateVideosResponse;
import com.google.genai.types.GenerateVideosSource;
import com.google.genai.types.GetOperationConfig;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import com.google.genai.types.Image;
import com.google.genai.types.ImageConfig;
import com.google.genai.types.Part;
import com.google.genai.types.Schema;
import com.google.genai.types.VideoGenerationReferenceImage;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Pictures;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Google's own client makes of the fake. */
class GoogleClientTest {
    private static final String VEO = "veo-3.1-generate-preview";
    private static final Image PICTURE = Image.builder()
            .imageBytes(Pictures.draw("png", "16:9", 3))
            .mimeType("image/png")
            .build();

    private final FakeGemini fake = FakeGemini.start();
    private Client client;

    @BeforeEach
    void connect() {
        // It follows only addresses that look as Google's do, and asks its own base for what they name.
        fake.downloads().calledBy(URI.create("https://generativelanguage.googleapis.com/v1beta/"));
        client = client(1);
    }

    private Client client(int attempts) {
        return Client.builder()
                .apiKey(fake.key())
                .httpOptions(HttpOptions.builder()
                        .baseUrl(fake.address().toString())
                        .retryOptions(HttpRetryOptions.builder()
                                .attempts(attempts)
                                .initialDelay(0.001)
                                .maxDelay(0.001))
                        .build())
                .build();
    }

    @AfterEach
    void disconnect() {
        client.close();
        fake.close();
    }

    private static Schema scenes() {
        Schema text = Schema.builder().type("STRING").build();
        Schema scene = Schema.builder()
                .type("OBJECT")
                .properties(Map.of("description", text, "negative_description", text))
                .required("description", "negative_description")
                .propertyOrdering("description", "negative_description")
                .build();
        Schema list = Schema.builder()
                .type("ARRAY")
                .items(scene)
                .minItems(5L)
                .maxItems(5L)
                .build();
        return Schema.builder()
                .type("OBJECT")
                .properties(Map.of("scenes", list))
                .required("scenes")
                .build();
    }

    private GenerateContentResponse write(String prompt) {
        return client.models.generateContent(
                "gemini-3.7-flash",
                prompt,
                GenerateContentConfig.builder()
                        .systemInstruction(Content.fromParts(Part.fromText("You write scenes.")))
                        .temperature(1f)
                        .maxOutputTokens(8192)
                        .responseMimeType("application/json")
                        .responseSchema(scenes())
                        .build());
    }

    @Test
    void it_gets_json_that_fits_its_schema() throws Exception {
        assertThat(Json.read(write("Write scenes").text()).get("scenes")).hasSize(5);
    }

    @Test
    void it_reads_refusals_thoughts_and_reasons_that_nobody_knows() throws Exception {
        fake.replies()
                .once(Reply.promptBlocked("SAFETY"))
                .once(Reply.thinking())
                .once(Reply.starved())
                .once(Reply.ended("OF_TOMORROW"));

        assertThat(write("1").promptFeedback().orElseThrow().blockReason().orElseThrow())
                .hasToString("SAFETY");
        assertThat(Json.read(write("2").text()).get("scenes")).hasSize(5);
        assertThat(write("3").finishReason()).hasToString("MAX_TOKENS");
        assertThat(write("4").finishReason()).hasToString("OF_TOMORROW");
    }

    @Test
    void it_gets_pictures() {
        GenerateContentResponse response = client.models.generateContent(
                "gemini-2.5-flash-image",
                Content.fromParts(
                        Part.fromText("the same robot, dancing"),
                        Part.fromBytes(PICTURE.imageBytes().orElseThrow(), "image/png")),
                GenerateContentConfig.builder()
                        .responseModalities("IMAGE")
                        .imageConfig(ImageConfig.builder().aspectRatio("16:9").imageSize("1K"))
                        .build());

        Content content = response.candidates().orElseThrow().get(0).content().orElseThrow();
        Part part = content.parts().orElseThrow().get(0);
        assertThat(part.inlineData().orElseThrow().data().orElseThrow()).startsWith(0x89, 'P', 'N', 'G');
    }

    private GenerateVideosResponse made(GenerateVideosConfig.Builder config) {
        GenerateVideosOperation operation = client.models.generateVideos(
                VEO, GenerateVideosSource.builder().prompt("a lion").build(), config.build());
        assertThat(operation.done()).isEmpty();
        assertThat(client.operations
                        .getVideosOperation(
                                operation, GetOperationConfig.builder().build())
                        .done())
                .isEmpty();
        fake.hurry();
        GenerateVideosOperation done = client.operations.getVideosOperation(
                operation, GetOperationConfig.builder().build());
        assertThat(done.done()).hasValue(true);
        return done.response().orElseThrow();
    }

    @Test
    void it_orders_a_clip_asks_for_it_and_downloads_it(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("clip.mp4");
        var reference = VideoGenerationReferenceImage.builder()
                .image(PICTURE)
                .referenceType("ASSET")
                .build();
        GenerateVideosResponse made = made(GenerateVideosConfig.builder()
                .numberOfVideos(1)
                .durationSeconds(8)
                .aspectRatio("16:9")
                .resolution("720p")
                .negativePrompt("blur")
                .personGeneration("allow_adult")
                .referenceImages(reference));

        client.files.download(
                made.generatedVideos().orElseThrow().get(0),
                file.toString(),
                DownloadFileConfig.builder().build());

        assertThat(Files.size(file)).isGreaterThan(1000);
        assertThat(fake.ledger().orders(Call.GENERATE_VIDEO)).hasSize(1);
        // Google's own client shows its key to whomever it is sent on to.
        assertThat(fake.ledger().strayKeys()).hasSize(1);
    }

    @Test
    void it_hears_why_a_clip_was_filtered() {
        fake.outcomes().once(Outcome.audioFiltered());

        GenerateVideosResponse made = made(GenerateVideosConfig.builder());

        assertThat(made.generatedVideos().orElse(List.of())).isEmpty();
        assertThat(made.raiMediaFilteredReasons().orElseThrow().get(0)).contains("audio");
    }

    @Test
    void it_hears_errors() {
        fake.faults().once(Fault.throttled("34.4")).once(Fault.unavailable()).once(Fault.badKey());

        assertThatThrownBy(() -> write("p"))
                .isInstanceOfSatisfying(
                        ClientException.class, e -> assertThat(e.code()).isEqualTo(429))
                .hasMessageContaining("Please retry in 34.4s");
        assertThatThrownBy(() -> write("p")).isInstanceOf(ServerException.class).hasMessageContaining("overloaded");
        assertThatThrownBy(() -> write("p")).hasMessageContaining("API key not valid");
        assertThatThrownBy(() -> made(GenerateVideosConfig.builder().durationSeconds(7)))
                .hasMessageContaining("between 4 and 8");
    }

    @Test
    void it_tries_again_when_told_to_come_back() {
        fake.faults().times(2, Fault.throttled("0.1"));

        try (Client patient = client(3)) {
            patient.models.generateContent("gemini-3.7-flash", "p", null);
        }

        assertThat(fake.ledger().calls(Call.CONTENT)).isEqualTo(3);
    }
}
