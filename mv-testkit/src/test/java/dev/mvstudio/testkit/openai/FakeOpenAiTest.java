package dev.mvstudio.testkit.openai;

import static org.assertj.core.api.Assertions.assertThat;

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

class FakeOpenAiTest {
    private static final String USER = "\"messages\":[{\"role\":\"user\",\"content\":\"Write 3 scenes in JSON\"}]";
    private static final String GOOD = "{\"model\":\"gpt-test\"," + USER + "}";

    private final FakeOpenAi fake = FakeOpenAi.start();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        fake.close();
    }

    private HttpResponse<String> post(String path, String key, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(fake.api() + path))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void it_writes_as_many_scenes_as_the_prompt_wants_unless_it_is_told_otherwise() throws Exception {
        fake.once(Reply.text("Nothing."));

        assertThat(post("/chat/completions", fake.key(), GOOD).body()).contains("Nothing.");
        assertThat(post("/chat/completions", fake.key(), GOOD).body()).contains("Scene 3:");
        assertThat(fake.asked()).hasSize(2);

        fake.forget();
        assertThat(fake.asked()).isEmpty();
    }

    @Test
    void it_lets_nobody_in_without_the_key_or_at_another_address() throws Exception {
        assertThat(post("/chat/completions", "sk-other", GOOD).statusCode()).isEqualTo(401);
        assertThat(post("/completions", fake.key(), GOOD).statusCode()).isEqualTo(404);
        assertThat(fake.refusals()).hasSize(2);
        assertThat(fake.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | We could not parse the JSON body",
                "{\"model\":\"gpt-test\"} | 'messages'",
                "{\"model\":\"other\",USER} | The model `other` does not exist",
                "{\"model\":\"gpt-test\",USER,\"max_tokens\":1} | Unknown parameter: 'max_tokens'",
                "{\"model\":\"gpt-test\",\"messages\":[{\"role\":\"system\",\"content\":\"x\"}]} | Invalid 'messages[0].role'",
                "{\"model\":\"gpt-test\",\"messages\":[{\"role\":\"user\",\"content\":\" \"}]} | Invalid 'messages[0].content'",
                "{\"model\":\"gpt-test\",USER,\"temperature\":3} | Invalid 'temperature'",
                "{\"model\":\"gpt-test\",USER,\"seed\":1.5} | Invalid 'seed'",
                "{\"model\":\"gpt-test\",USER,\"response_format\":{}} | Missing 'response_format.type'",
                "{\"model\":\"gpt-test\",USER,\"response_format\":{\"type\":\"xml\"}} | Invalid 'response_format.type'",
                "{\"model\":\"gpt-test\",USER,SCHEMA{\"type\":\"array\"}}}} | of type \\\"object\\\"",
                "{\"model\":\"gpt-test\",USER,SCHEMA{\"type\":\"object\",\"minProperties\":1}}}} | minProperties",
                "{\"model\":\"gpt-test\",USER,SCHEMA{\"type\":\"object\",\"properties\":{}}}}} | 'additionalProperties'",
                "{\"model\":\"gpt-test\",USER,SCHEMA{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},"
                        + "\"additionalProperties\":false}}}} | 'required' must include every key"
            })
    void it_refuses_what_openai_refuses(String body, String why) throws Exception {
        String whole = body.replace("USER", USER)
                .replace(
                        "SCHEMA",
                        "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"x\",\"strict\":true,\"schema\":");

        HttpResponse<String> answer = post("/chat/completions", fake.key(), whole);

        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(answer.body()).contains(why);
    }

    @Test
    void a_model_without_schemas_refuses_them_and_json_must_be_spoken_of() throws Exception {
        fake.withoutSchemas();
        String schema = GOOD.replace(
                "}]}",
                "}],\"response_format\":{\"type\":\"json_schema\",\"json_schema\":"
                        + "{\"name\":\"x\",\"schema\":{\"type\":\"object\",\"additionalProperties\":false}}}}");
        String object = GOOD.replace("}]}", "}],\"response_format\":{\"type\":\"json_object\"}}");

        assertThat(post("/chat/completions", fake.key(), schema).body()).contains("must be 'json_object' or 'text'");
        assertThat(post("/chat/completions", fake.key(), object).statusCode()).isEqualTo(200);
        assertThat(post("/chat/completions", fake.key(), object.replace("JSON", "verse"))
                        .statusCode())
                .isEqualTo(400);
    }
}
