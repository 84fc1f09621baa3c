package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyChecksTest {
    private static final String SCENES = "/api/mv/create_scenes";
    private static final String IMAGE = "/api/mv/generate_character_reference";
    private static final String VIDEO = "/api/mv/generate_video";
    private static final String MERGE = "/api/mv/merge_videos";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(SCENES, "{}", "idea is required,character_description is required"),
                arguments(SCENES, "{'idea':null,'character_description':'c'}", "idea is required"),
                arguments(
                        SCENES,
                        "{'idea':' ','character_description':'\\t\\n'}",
                        "idea must not be blank,character_description must not be blank"),
                arguments(
                        SCENES, "{'idea':7,'character_description':'c'}", "idea must be a string, not a whole number"),
                arguments(SCENES, "{'idea':['i'],'character_description':'c'}", "idea must be a string, not an array"),
                arguments(SCENES, "{'idea':{},'character_description':'c'}", "idea must be a string, not an object"),
                arguments(SCENES, "{'idea':true,'character_description':'c'}", "idea must be a string, not a boolean"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','number_of_scenes':'7'}",
                        "number_of_scenes must be a whole number, not a string"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','number_of_scenes':1.5}",
                        "number_of_scenes must be a whole number, not a number with a fraction"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','number_of_scenes':4.0}",
                        "number_of_scenes must be a whole number"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','number_of_scenes':1e1}",
                        "number_of_scenes must be a whole number"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','number_of_scenes':true}",
                        "number_of_scenes must be a whole number, not a boolean"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','number_of_scenes':[4]}",
                        "number_of_scenes must be a whole number, not an array"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','number_of_scenes':0}",
                        "number_of_scenes must be 1 to 50"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','number_of_scenes':51}",
                        "number_of_scenes must be 1 to 50"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','number_of_scenes':-1}",
                        "number_of_scenes must be 1 to 50"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','number_of_scenes':3000000000}",
                        "number_of_scenes must fit into 32 bits"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','seed':99999999999999999999}",
                        "seed must fit into 64 bits"),
                arguments(SCENES, "{'idea':'i','character_description':'c','seed':-1}", "seed must be 0 to"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','number_of_scene':4}",
                        "number_of_scene did you mean number_of_scenes?"),
                arguments(SCENES, "{'idea':'i','character_description':'c','Idea':'x'}", "Idea did you mean idea?"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','xyzzy_plugh':'x'}",
                        "xyzzy_plugh is not known here"),
                arguments(SCENES, "{'idea':'i','character_description':'c','':1}", " is not known here"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','callback':'https://example.org'}",
                        "callback is not known here"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','backend':'nobody'}",
                        "backend must be one of fake, other"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','model':'none'}",
                        "model must be one of one, two"),
                arguments(
                        SCENES,
                        "{'idea':'i','character_description':'c','flavor':'bitter'}",
                        "flavor must be one of default, short"),
                arguments(
                        SCENES,
                        "{'number_of_scenes':'many','camera':1,'seed':-1}",
                        "number_of_scenes must be a whole number,camera is not known,idea is required,character_description is required,seed must be 0 to"),
                arguments(IMAGE, "{}", "character_description is required"),
                arguments(IMAGE, "{'character_description':'c','num_images':5}", "num_images must be 1 to 4"),
                arguments(IMAGE, "{'character_description':'c','num_images':'2'}", "num_images must be a whole number"),
                arguments(
                        IMAGE,
                        "{'character_description':'c','aspect_ratio':'wide'}",
                        "aspect_ratio must look like 16:9"),
                arguments(IMAGE, "{'character_description':'c','aspect_ratio':1.78}", "aspect_ratio must be a string"),
                arguments(
                        IMAGE,
                        "{'character_description':'c','output_format':'gif'}",
                        "output_format must be one of png, jpeg, webp"),
                arguments(VIDEO, "{}", "prompt is required"),
                arguments(VIDEO, "{'prompt':'p','duration':'8'}", "duration must be a whole number"),
                arguments(VIDEO, "{'prompt':'p','duration':8.0}", "duration must be a whole number"),
                arguments(VIDEO, "{'prompt':'p','duration':0}", "duration must be 1 to 3600"),
                arguments(VIDEO, "{'prompt':'p','duration':61}", "duration must be 1 to 60 seconds for one"),
                arguments(VIDEO, "{'prompt':'p','durations':4}", "durations did you mean duration?"),
                arguments(
                        VIDEO,
                        "{'prompt':'p','generate_audio':'true'}",
                        "generate_audio must be true or false, not a string"),
                arguments(VIDEO, "{'prompt':'p','generate_audio':1}", "generate_audio must be true or false"),
                arguments(
                        VIDEO,
                        "{'prompt':'p','aspect_ratio':'21:9'}",
                        "aspect_ratio must be one of 16:9, 9:16, 1:1 for one"),
                arguments(VIDEO, "{'prompt':'p','resolution':'4k'}", "resolution must look like 720p"),
                arguments(
                        VIDEO,
                        "{'prompt':'p','reference_image_id':'nope'}",
                        "reference_image_id must be the id of a stored image"),
                arguments(
                        VIDEO,
                        "{'prompt':'p','reference_image_ids':'one'}",
                        "reference_image_ids must be an array of strings"),
                arguments(VIDEO, "{'prompt':'p','reference_image_ids':[1]}", "reference_image_ids[0] must be a string"),
                arguments(
                        VIDEO,
                        "{'prompt':'p','reference_image_base64':'aGk=','reference_image_id':'x'}",
                        "reference_image_base64 give only one of"),
                arguments(
                        VIDEO,
                        "{'prompt':'p','video_rules_template':'{nope}'}",
                        "video_rules_template has no placeholder {nope}"),
                arguments(
                        VIDEO,
                        "{'prompt':7,'duration':'8','seeds':1,'aspect_ratio':'x'}",
                        "prompt must be a string,duration must be a whole number,seeds did you mean seed?,aspect_ratio must look like"),
                arguments(MERGE, "{}", "video_ids is required"),
                arguments(
                        MERGE,
                        "{'video_ids':['a','b']}",
                        "video_ids[0] must be the id of a stored video,video_ids[1] must be the id"),
                arguments(
                        MERGE,
                        "{'video_ids':['a'],'fit':'squeeze'}",
                        "video_ids is required: 2 to 100,fit must be one of pad, crop"),
                arguments(
                        MERGE,
                        "{'video_ids':{},'transition_seconds':'0.5'}",
                        "video_ids must be an array,transition_seconds must be a number"),
                arguments(
                        MERGE,
                        "{'video_ids':[null,3]}",
                        "video_ids[0] must be a string,video_ids[1] must be a string"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void every_fault_of_a_body_is_named_by_its_json_name(String route, String body, String expected) {
        Client.Answer answer = server.client.post(route, body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").asText()).isEqualTo("ValidationError");
        List<String> told = new ArrayList<>();
        answer.json()
                .get("violations")
                .forEach(v -> told.add(
                        v.get("field").asText() + " " + v.get("message").asText()));
        String[] faults = expected.split(",(?=\\S)");
        assertThat(told).hasSize(faults.length);
        for (int i = 0; i < faults.length; i++) {
            String field = faults[i].substring(0, faults[i].indexOf(' '));
            String message = faults[i].substring(faults[i].indexOf(' ') + 1);
            assertThat(told).anyMatch(t -> t.startsWith(field + " ") && t.contains(message));
        }
    }

    @Test
    void what_was_given_comes_back_shortened() {
        String body = "{\"idea\":\"" + "x".repeat(6000) + "\",\"character_description\":\"c\"}";

        JsonNode violation =
                server.client.post(SCENES, body).json().get("violations").get(0);

        assertThat(violation.get("rejected").asText()).hasSizeLessThan(110);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dry_run=yes", "dry_run=", "dry_run=true&dry_run=true", "dryrun=true", "include_base64=false"})
    void a_parameter_of_the_address_that_is_not_understood_is_refused_rather_than_paid_for(String query) {
        Client.Answer answer =
                server.client.post(SCENES + "?" + query, "{\"idea\":\"i\",\"character_description\":\"c\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("violations")).isNotEmpty();
    }
}
