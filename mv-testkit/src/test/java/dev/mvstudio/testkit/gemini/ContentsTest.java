package dev.mvstudio.testkit.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.wire.Json;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsTest extends Rehearsal {
    private static final String SCHEMA = ",'generationConfig':{'responseMimeType':'application/json','responseSchema':"
            + "{'type':'OBJECT','required':['scenes'],'properties':{'scenes':{'type':'ARRAY','items':{'type':'OBJECT',"
            + "'required':['description'],'properties':{'description':{'type':'STRING'},"
            + "'negative_description':{'type':'STRING','maxLength':9}}}}}}}";
    private static final String JSON_SCHEMA = ",'generationConfig':{'responseMimeType':'application/json',"
            + "'responseJsonSchema':{'$defs':{'s':{'type':'string'}},'type':'array','minItems':2,"
            + "'items':{'$ref':'#/$defs/s'}}}";
    private static final String TEXT = "/candidates/0/content/parts/0/text";

    private JsonNode written() throws IOException {
        Heard heard = content("Write exactly 4 vivid scenes", SCHEMA);
        assertThat(heard.status()).isEqualTo(200);
        return Json.read(heard.at(TEXT));
    }

    @Test
    void what_is_written_fits_the_schema_and_has_as_many_scenes_as_the_prompt_says() throws Exception {
        JsonNode scenes = written().get("scenes");

        assertThat(scenes).hasSize(4);
        assertThat(scenes.get(0).get("description")).isNotEqualTo(scenes.get(1).get("description"));
        assertThat(scenes.get(3).get("negative_description").asText()).hasSize(9);
        assertThat(fake.ledger().orders("Write exactly 4 vivid scenes")).hasSize(1);
    }

    @Test
    void json_schema_is_understood_as_well() throws Exception {
        assertThat(Json.read(content("p", JSON_SCHEMA).at(TEXT))).hasSize(2);
    }

    @Test
    void without_a_schema_somebody_writes_prose() throws Exception {
        fake.writtenBy(asked -> "about " + asked.model());

        Heard heard = content("p", "");

        assertThat(heard.at(TEXT)).isEqualTo("about " + TEXT_MODEL);
        assertThat(heard.at("/candidates/0/finishReason")).isEqualTo("STOP");
        assertThat(heard.at("/usageMetadata/totalTokenCount")).isNotEmpty();
    }

    @Test
    void lists_come_too_long_too_short_and_with_holes() throws Exception {
        fake.replies()
                .once(Reply.items(3))
                .once(Reply.items(6))
                .once(Reply.without(1, "description"))
                .once(Reply.with(0, "description", "  "));

        assertThat(written().get("scenes")).hasSize(3);
        assertThat(written().get("scenes")).hasSize(6);
        assertThat(written().at("/scenes/1").has("description")).isFalse();
        assertThat(written().at("/scenes/0/description").asText()).isBlank();
        assertThat(written().get("scenes")).hasSize(4);
    }

    @Test
    void json_comes_wrapped() throws Exception {
        fake.replies()
                .once(Reply.fenced())
                .once(Reply.chatty())
                .once(Reply.inPieces(3))
                .once(Reply.thinking());

        assertThat(content("p", SCHEMA).at(TEXT)).startsWith("```json\n{").endsWith("}\n```");
        assertThat(content("p", SCHEMA).at(TEXT)).startsWith("Sure!").contains("{\"scenes\"");
        assertThat(content("p", SCHEMA).json().at("/candidates/0/content/parts"))
                .hasSize(3);
        Heard thought = content("p", SCHEMA);
        assertThat(thought.json().at("/candidates/0/content/parts/0/thought").asBoolean())
                .isTrue();
        assertThat(Json.read(thought.at("/candidates/0/content/parts/1/text")).has("scenes"))
                .isTrue();
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of(Reply.starved(), "MAX_TOKENS", false),
                Arguments.of(Reply.cutShort(), "MAX_TOKENS", true),
                Arguments.of(Reply.blocked("SAFETY"), "SAFETY", false),
                Arguments.of(Reply.recitation(), "RECITATION", false),
                Arguments.of(Reply.ended("OF_TOMORROW"), "OF_TOMORROW", true));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void answers_end_in_many_ways(Reply reply, String reason, boolean withText) throws Exception {
        fake.replies().once(reply);

        Heard heard = content("p", SCHEMA);

        assertThat(heard.at("/candidates/0/finishReason")).isEqualTo(reason);
        assertThat(heard.has(TEXT)).isEqualTo(withText);
    }

    @Test
    void a_blocked_prompt_has_no_candidates() throws Exception {
        fake.replies().once(Reply.promptBlocked("PROHIBITED_CONTENT"));

        Heard heard = content("p", "");

        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.has("/candidates")).isFalse();
        assertThat(heard.at("/promptFeedback/blockReason")).isEqualTo("PROHIBITED_CONTENT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'prompt':'x' | Unknown name \"prompt\": Cannot find field.",
                "'generationConfig':{'responseFormat':1} | Unknown name \"responseFormat\" at 'generation_config': Cannot find field.",
                "'generation_config':{'temperature':'hot'} | Invalid value at 'generation_config.temperature' (TYPE_FLOAT), \"hot\"",
                "'generationConfig':{'temperature':3} | temperature must be in the range [0.0, 2.0]",
                "'generationConfig':{'candidateCount':2} | Only one candidate",
                "'generationConfig':{'responseModalities':['IMAGE']} | response modalities",
                "'generationConfig':{'responseSchema':{'type':'STRING'}} | needs response_mime_type",
                "'generationConfig':{'responseMimeType':'application/json','responseSchema':{'type':'OBJECT','properties':{'a':{'type':'STRING'}},'additionalProperties':false}} | Unknown name \"additionalProperties\" at 'generation_config.response_schema': Cannot find field.",
                "'generationConfig':{'responseMimeType':'application/json','responseSchema':{'type':'OBJECT','properties':{'a':{'type':'ARRAY'}}}} | properties[a].items: missing field.",
                "'generationConfig':{'imageConfig':{'aspectRatio':'1:1'}} | Image config",
                "'safetySettings':[{'category':'HARM'}] | Invalid value at 'safety_settings[0].category'",
                "'systemInstruction':{'parts':[]} | system_instruction.parts: contents.parts must not be empty",
                "'contents':[] | contents is not specified",
                "'contents':[{'role':'system','parts':[{'text':'x'}]}] | Please use a valid role: user, model."
            })
    void what_the_api_does_not_know_is_refused(String members, String message) throws Exception {
        Heard heard = content("p", "," + members);

        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.at("/error/status")).isEqualTo("INVALID_ARGUMENT");
        assertThat(heard.at("/error/message")).contains(message);
        assertThat(fake.ledger().orders()).isEmpty();
        assertThat(fake.ledger().refusals()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'system_instruction':{'parts':[{'text':'s'}]}",
                "'generation_config':{'response_modalities':['TEXT'],'max_output_tokens':'8192','seed':null}",
                "'generationConfig':{'thinkingConfig':{'thinkingBudget':0}},'safetySettings':[{'category':'HARM_CATEGORY_HARASSMENT','threshold':'OFF'}]"
            })
    void what_it_knows_is_kept(String members) throws Exception {
        assertThat(content("p", "," + members).status()).isEqualTo(200);
    }

    private Heard picture(String model, String parts, String config) throws IOException {
        return post(
                "models/" + model + ":generateContent",
                "{'contents':[{'parts':[{'text':'a robot'}" + parts + "]}],'generationConfig':{" + config + "}}");
    }

    private static byte[] bytes(Heard heard, String part) {
        return Base64.getDecoder().decode(heard.at(part + "/inlineData/data"));
    }

    @Test
    void pictures_come_as_the_model_likes_them() throws Exception {
        String reference = ",{'inlineData':{'mimeType':'image/png','data':'" + PICTURE + "'}}";
        Heard png = picture(
                "gemini-2.5-flash-image",
                reference,
                "'responseModalities':['IMAGE'],'imageConfig':{'aspectRatio':'16:9'}");
        Heard jpeg = picture("gemini-3-pro-image", "", "'imageConfig':{'imageSize':'4K'}");

        assertThat(png.at("/candidates/0/content/parts/0/inlineData/mimeType")).isEqualTo("image/png");
        assertThat(bytes(png, "/candidates/0/content/parts/0")).startsWith(0x89, 'P', 'N', 'G');
        assertThat(jpeg.has(TEXT)).isTrue();
        assertThat(bytes(jpeg, "/candidates/0/content/parts/1")).startsWith(0xFF, 0xD8);
    }

    @Test
    void pictures_lie_about_themselves_or_do_not_come() throws Exception {
        String config = "'responseModalities':['IMAGE']";
        String model = "gemini-2.5-flash-image";
        fake.replies()
                .once(Reply.lying("jpg"))
                .once(Reply.noImage())
                .once(Reply.imageSafety())
                .once(Reply.wordsOnly("I cannot draw that."))
                .once(Reply.thinking());

        Heard lie = picture(model, "", config);
        assertThat(lie.at("/candidates/0/content/parts/0/inlineData/mimeType")).isEqualTo("image/png");
        assertThat(bytes(lie, "/candidates/0/content/parts/0")).startsWith(0xFF, 0xD8);
        assertThat(picture(model, "", config).at("/candidates/0/finishReason")).isEqualTo("NO_IMAGE");
        assertThat(picture(model, "", config).at("/candidates/0/finishReason")).isEqualTo("IMAGE_SAFETY");
        assertThat(picture(model, "", config).at(TEXT)).isEqualTo("I cannot draw that.");
        List<JsonNode> parts = picture(model, "", config).json().findParents("inlineData");
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).get("thought").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | 'imageConfig':{'aspectRatio':'7:5'} | image_config.aspect_ratio",
                " | 'imageConfig':{'imageSize':'4K'} | image_config.image_size",
                " | 'imageConfig':{'personGeneration':'ALLOW_ALL'} | Unknown name \"personGeneration\"",
                " | 'responseMimeType':'application/json' | JSON mode is not enabled",
                ",{'inlineData':{'mimeType':'image/gif','data':'AAAA'}} | | Unsupported MIME type: image/gif",
                ",{'inlineData':{'mimeType':'image/png','data':'AAAA'}} | | Unable to process input image",
                ",{'inlineData':{'mimeType':'image/png','data':'-?-'}} | | (TYPE_BYTES)",
                ",{} | | required oneof field 'data'"
            })
    void pictures_have_rules_of_their_own(String parts, String config, String message) throws Exception {
        Heard heard = picture("gemini-2.5-flash-image", parts == null ? "" : parts, config == null ? "" : config);

        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.at("/error/message")).contains(message);
    }

    @Test
    void a_request_may_have_twenty_megabytes() throws Exception {
        Heard heard = content("x".repeat(21 * 1024 * 1024), "");

        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.at("/error/message")).contains("exceeds the limit: 20971520 bytes");
    }

    @Test
    void imagen_gives_pictures_reasons_or_nothing() throws Exception {
        String path = "models/imagen-4.0-generate-001:predict";
        String body = "{'instances':[{'prompt':'p'}],'parameters':{'sampleCount':2%s}}";
        fake.replies()
                .once(Reply.proper())
                .once(Reply.filtered("Unable to show generated images."))
                .once(Reply.filtered("unsaid"))
                .once(Reply.nothing());

        assertThat(post(path, body.formatted("")).json().findValues("bytesBase64Encoded"))
                .hasSize(2);
        assertThat(post(path, body.formatted(",'includeRaiReason':true")).at("/predictions/1/raiFilteredReason"))
                .isEqualTo("Unable to show generated images.");
        assertThat(post(path, body.formatted("")).text()).isEqualTo("{}");
        assertThat(post(path, body.formatted("")).text()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'sampleCount':5 | `sampleCount` is out of bound. Please provide a value between 1 and 4",
                "'sampleCount':'1' | needs to be a number",
                "'aspectRatio':'21:9' | 21:9 for aspectRatio",
                "'safetySetting':'BLOCK_NONE' | BLOCK_NONE for safetySetting",
                "'negativePrompt':'x' | `negativePrompt` isn't supported by this model.",
                "'outputOptions':{'mimeType':'image/webp'} | image/webp for mimeType"
            })
    void imagen_has_rules_of_its_own(String parameters, String message) throws Exception {
        Heard heard = post(
                "models/imagen-4.0-generate-001:predict",
                "{'instances':[{'prompt':'p'}],'parameters':{" + parameters + "}}");

        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.at("/error/message")).contains(message);
    }
}
