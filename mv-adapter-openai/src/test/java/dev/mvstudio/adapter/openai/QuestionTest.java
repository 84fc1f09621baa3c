package dev.mvstudio.adapter.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.testkit.openai.FakeOpenAi;
import dev.mvstudio.testkit.openai.Reply;
import dev.mvstudio.testkit.scene.SceneRequests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What reaches the wire. */
class QuestionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeOpenAi fake = FakeOpenAi.start();

    @AfterEach
    void close() {
        fake.close();
        assertThat(fake.refusals()).isEmpty();
    }

    private static SceneRequest request(Long seed, String prompt) {
        SceneRequest plain = SceneRequests.plain(Settings.MODEL, 2);
        return new SceneRequest(
                plain.model(),
                plain.idea(),
                plain.characterDescription(),
                plain.characterCharacteristics(),
                2,
                plain.videoType(),
                plain.videoCharacteristics(),
                plain.cameraAngle(),
                seed,
                prompt);
    }

    private JsonNode asked(SceneRequest request, String... options) {
        try (OpenAiSceneWriter writer = Settings.writer(fake, options)) {
            writer.write(request, answer -> {});
        }
        return fake.asked().get(fake.asked().size() - 1).body();
    }

    @Test
    void a_plain_request_has_the_prompt_and_the_schema_and_nothing_else() {
        JsonNode body = asked(request(null, "2 scenes, please"));

        assertThat(body.fieldNames()).toIterable().containsExactly("model", "messages", "response_format");
        assertThat(body.path("model").asText()).isEqualTo("gpt-test");
        assertThat(body.path("messages").toString())
                .isEqualTo("[{\"role\":\"user\",\"content\":\"2 scenes, please\"}]");
        assertThat(body.at("/response_format/json_schema/strict").asBoolean()).isTrue();
        assertThat(body.at("/response_format/json_schema/schema/properties/scenes/items/required")
                        .toString())
                .isEqualTo("[\"description\",\"negative_description\"]");
    }

    @Test
    void each_thing_that_is_set_is_sent_and_changes_nothing_else() {
        JsonNode plain = asked(request(null, "2 scenes, please in JSON"));

        JsonNode warm = asked(request(null, "2 scenes, please in JSON"), "temperature", "0.7");
        JsonNode seeded = asked(request(0L, "2 scenes, please in JSON"));
        JsonNode loose = asked(request(null, "2 scenes, please in JSON"), "response_format", "json_object");
        JsonNode free = asked(request(null, "2 scenes, please in JSON"), "response_format", "none");

        assertThat(without(warm, "temperature")).isEqualTo(plain);
        assertThat(warm.path("temperature").asDouble()).isEqualTo(0.7);
        assertThat(without(seeded, "seed")).isEqualTo(plain);
        assertThat(seeded.path("seed").asLong(-1)).isZero();
        assertThat(loose.path("response_format").toString()).isEqualTo("{\"type\":\"json_object\"}");
        assertThat(without(loose, "response_format")).isEqualTo(without(plain, "response_format"));
        assertThat(free).isEqualTo(without(plain, "response_format"));
    }

    private static JsonNode without(JsonNode body, String name) {
        return ((ObjectNode) body.deepCopy()).without(name);
    }

    @Test
    void what_is_described_is_what_is_sent() throws Exception {
        SceneRequest request = request(7L, "2 scenes about \"{idea}\" ${x} 🤖");
        try (OpenAiSceneWriter writer = Settings.writer(fake, "temperature", "1")) {
            ProviderCall call = writer.describe(request);

            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.target()).isEqualTo(fake.api() + "/chat/completions");
            JsonNode described = JSON.readTree(JSON.writeValueAsBytes(call.body()));
            assertThat(described).isEqualTo(asked(request, "temperature", "1"));
            assertThat(call.toString()).doesNotContain(fake.key());
        }
    }

    @Test
    void the_key_goes_into_one_header_and_a_server_without_keys_gets_none() {
        asked(request(null, "2 scenes"));
        assertThat(fake.asked().get(0).header("Authorization")).contains("Bearer " + fake.key());

        try (FakeOpenAi open = FakeOpenAi.startWithoutKey();
                OpenAiSceneWriter writer = Settings.writer(Map.of("base_url", open.api() + "/"), null)) {
            assertThat(writer.write(request(null, "2 scenes"), answer -> {})).hasSize(2);
            assertThat(open.asked().get(0).header("Authorization")).isEmpty();
        }
    }

    @Test
    void text_of_every_script_arrives_as_it_left_both_ways() {
        String text = "Ünïcödé, 日本語, עברית ‏العربية, 👩‍🚀🏳️‍🌈, \u0000 tab\t, \"quotes\" \\ and {braces}";
        fake.once(Reply.text(Reply.json(text, text)));

        try (OpenAiSceneWriter writer = Settings.writer(fake)) {
            List<Scene> scenes = writer.write(request(null, text + " 2 scenes"), answer -> {});

            assertThat(scenes).extracting(Scene::description).containsExactly(text, text);
            assertThat(fake.asked().get(0).prompt()).isEqualTo(text + " 2 scenes");
        }
    }

    @Test
    void half_a_character_does_no_harm() {
        fake.once(Reply.text("{\"scenes\":[{\"description\":\"half \\ud83e\",\"negative_description\":\"\"},"
                + "{\"description\":\"\\udd16 half\",\"negative_description\":\"\"}]}"));

        try (OpenAiSceneWriter writer = Settings.writer(fake)) {
            assertThat(writer.write(request(null, "2 scenes of half a robot \ud83e"), answer -> {}))
                    .extracting(Scene::description)
                    .containsExactly("half \ufffd", "\ufffd half");
        }
        assertThat(fake.asked().get(0).prompt()).endsWith("robot \ufffd");
    }
}
