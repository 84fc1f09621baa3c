package dev.mvstudio.testkit.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.testkit.replicate.Caller.Heard;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest extends Rehearsal {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer r8_AnotherToken", "Token r8_FakeTokenForTests", "r8_FakeTokenForTests", "Bearer "})
    void only_the_token_is_let_in(String authorization) throws Exception {
        Heard refused = caller.send(caller.request("/account")
                .setHeader("Authorization", authorization)
                .GET());

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).isEqualTo(Texts.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'duration':7 | enum | input.duration | duration must be one of the following: 4, 6, 8",
                "'duration':'8' | invalid_type | input.duration | Invalid type. Expected: integer, given: string",
                "'aspect_ratio':'1:1' | enum | input.aspect_ratio | aspect_ratio must be one of the following: \"16:9\", \"9:16\"",
                "'seed':1.5 | invalid_type | input.seed | Invalid type. Expected: integer, given: number",
                "'generate_audio':null | invalid_type | input.generate_audio | Invalid type. Expected: boolean, given: null",
                "'fps':24 | additional_property_not_allowed | input | Additional property fps is not allowed",
                "'image':'cat.png' | format | input.image | Does not match format 'uri'",
                "'reference_images':['https://a/1','https://a/2','https://a/3','https://a/4'] | array_max_items | input.reference_images | Array must have at most 3 items"
            })
    void inputs_that_the_model_does_not_take_are_named(String member, String type, String field, String text)
            throws Exception {
        Heard refused = caller.clip("," + member.replace('\'', '"'));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/title")).isEqualTo("Input validation failed");
        assertThat(refused.at("/invalid_fields/0/type")).isEqualTo(type);
        assertThat(refused.at("/invalid_fields/0/field")).isEqualTo(field);
        assertThat(refused.at("/invalid_fields/0/description")).isEqualTo(text);
        assertThat(refused.at("/detail")).isEqualTo("- " + field + ": " + text + "\n");
        assertThat(fake.ledger().created()).isEmpty();
        assertThat(fake.ledger().refusals()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'seed':0",
                "'seed':null",
                "'generate_audio':false",
                "'duration':8.0",
                "'image':'https://a/cat.png'",
                "'image':'data:image/png;base64,aGFsbG8='",
                "'negative_prompt':null"
            })
    void inputs_that_the_model_takes_are_kept_as_they_came(String member) throws Exception {
        String json = member.replace('\'', '"');
        assertThat(caller.clip("," + json).status()).isEqualTo(201);
        assertThat(fake.ledger().created().get(0).input().toString()).contains(json);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() throws Exception {
        Heard refused = caller.post(
                "/models/black-forest-labs/flux-schnell/predictions", "{\"input\":{\"num_inference_steps\":28}}");

        assertThat(refused.at("/detail"))
                .isEqualTo(
                        "- input: prompt is required\n- input.num_inference_steps: Must be less than or equal to 4\n");
        assertThat(refused.at("/invalid_fields/1/type")).isEqualTo("number_lte");
    }

    @Test
    void a_model_beside_the_version_is_refused() throws Exception {
        Heard refused = caller.post("/predictions", "{\"model\":\"google/veo-3.1\",\"input\":{\"prompt\":\"p\"}}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/detail"))
                .isEqualTo("- version is required\n- Additional property model is not allowed\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'webhook':'nowhere'",
                "'webhook_events_filter':['end']",
                "'version':'google/veo-3.1'",
                "'stream':1",
                "'input':[]"
            })
    void other_members_are_checked_as_well(String member) throws Exception {
        String body = "{\"input\":{\"prompt\":\"p\"}," + member.replace('\'', '"') + "}";
        assertThat(caller.post(Caller.VEO, body).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nobody/nothing", "fofr/consistent-character", "google/veo-3.1:hidden", "0123abcd", "hidden"})
    void versions_that_there_are_not_are_refused(String version) throws Exception {
        Heard refused = caller.post("/predictions", "{\"version\":\"" + version + "\",\"input\":{\"prompt\":\"p\"}}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).isEqualTo(Texts.NO_SUCH_VERSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/models/nobody/nothing/predictions",
                "/models/fofr/consistent-character/predictions",
                "/deployments/acme/nothing/predictions",
                "/predictions/0123/cancel",
                "/nothing"
            })
    void what_there_is_not_is_not_found(String path) throws Exception {
        Heard refused = caller.post(path, "{\"input\":{\"prompt\":\"p\"}}");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text()).isEqualTo(Texts.NOT_FOUND);
    }

    @Test
    void a_model_can_be_withdrawn() throws Exception {
        assertThat(caller.clip("").status()).isEqualTo(201);
        fake.models().retire("google/veo-3.1");
        assertThat(caller.clip("").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=0", "wait=61", "wait=soon"})
    void one_waits_from_one_second_to_sixty(String prefer) throws Exception {
        assertThat(caller.clip("", "Prefer", prefer).status()).isEqualTo(422);
        assertThat(fake.ledger().created()).isEmpty();
    }

    @Test
    void a_body_that_is_no_object_is_refused() throws Exception {
        assertThat(caller.post(Caller.VEO, "{\"input\"").status()).isEqualTo(400);
        assertThat(caller.post(Caller.VEO, "[]").status()).isEqualTo(400);
        assertThat(caller.send(caller.request(Caller.VEO).POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void what_is_inlined_may_be_ten_megabytes_in_all() throws Exception {
        String image = "data:image/png;base64," + "A".repeat(4_000_000);
        assertThat(caller.clip(",\"image\":\"" + image + "\"").status()).isEqualTo(201);
        String three = String.join("\",\"", image, image, image);
        assertThat(caller.clip(",\"reference_images\":[\"" + three + "\"]").status())
                .isEqualTo(422);
    }
}
