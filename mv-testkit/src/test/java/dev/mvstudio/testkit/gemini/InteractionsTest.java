package dev.mvstudio.testkit.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractionsTest extends Rehearsal {
    private static final String IMAGE = "{'type':'image','mime_type':'image/png','data':'" + PICTURE + "'}";
    private static final String BY_URI = ",'response_format':{'type':'video','duration':'8s','aspect_ratio':'9:16',"
            + "'resolution':'1080p','delivery':'uri'}";

    private Heard done(String more) throws Exception {
        String id = interact(more).at("/id");
        clock.pass(Duration.ofSeconds(1));
        return get("interactions/" + id);
    }

    @Test
    void a_clip_is_ordered_asked_for_and_downloaded() throws Exception {
        Heard ordered = interact(BY_URI);
        fake.hurry();
        Heard done = get("interactions/" + ordered.at("/id"));

        assertThat(ordered.at("/status")).isEqualTo("in_progress");
        assertThat(done.at("/status")).isEqualTo("completed");
        assertThat(done.at("/steps/1/type")).isEqualTo("model_output");
        assertThat(done.at("/steps/1/content/0/mime_type")).isEqualTo("video/mp4");
        assertThat(get(done.at("/steps/1/content/0/uri")).status()).isEqualTo(302);
        assertThat(fake.ledger().orders(Call.INTERACT).get(0).prompt()).isEqualTo("a cat");
    }

    @Test
    void without_an_address_the_bytes_come_along() throws Exception {
        assertThat(done("").at("/steps/1/content/0/data")).isNotEmpty();
    }

    @Test
    void interactions_end_in_many_ways() throws Exception {
        fake.outcomes().once(Outcome.filtered()).once(Outcome.internal()).once(Outcome.ended("incomplete"));

        Heard refused = done("");
        assertThat(refused.at("/status")).isEqualTo("completed");
        assertThat(refused.at("/steps/1/content/0/type")).isEqualTo("text");
        Heard failed = done("");
        assertThat(failed.at("/status")).isEqualTo("failed");
        assertThat(failed.at("/steps/0/error/code")).isEqualTo("13");
        assertThat(done("").at("/status")).isEqualTo("incomplete");
    }

    @Test
    void interactions_are_cancelled_and_deleted() throws Exception {
        String id = interact("").at("/id");

        assertThat(post("interactions/" + id + "/cancel", "").at("/status")).isEqualTo("cancelled");
        assertThat(post("interactions/" + id + "/cancel", "").status()).isEqualTo(400);
        assertThat(get("interactions/" + id).has("/steps")).isFalse();
        assertThat(send(request("interactions/" + id).DELETE()).status()).isEqualTo(200);
        Heard gone = get("interactions/" + id);
        assertThat(gone.status()).isEqualTo(400);
        assertThat(gone.at("/error/message")).contains("Invalid interaction name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'responseFormat':{} | Unknown name \"responseFormat\"",
                "'response_format':{'type':'video','duration':8} | Invalid value at 'duration'",
                "'response_format':{'type':'video','duration':'8'} | (google.protobuf.Duration)",
                "'response_format':{'type':'video','duration':'11s'} | duration 11 is not one of",
                "'response_format':{'type':'video','resolution':'480p'} | resolution 480p is not one of",
                "'response_format':{'type':'video','aspect_ratio':'1:1'} | aspect_ratio 1:1 is not one of",
                "'response_format':{'type':'video','fps':24} | Unknown name \"fps\"",
                "'generation_config':{'video_config':{'task':'dance'}} | Invalid value at 'generation_config.video_config.task'",
                "'generation_config':{'video_config':{'task':'image_to_video'}} | does not fit the input: 0 images",
                "'store':false | background needs store",
                "'stream':true | stream is not supported",
                "'input':'' | input needs a text",
                "'input':[{'type':'text','text':'x'},{'type':'image','data':'AAAA'}] | Unable to process input image",
                "'input':[{'type':'text','text':'x'},{'type':'image'}] | needs either data or uri"
            })
    void what_the_model_does_not_take_is_refused(String members, String message) throws Exception {
        Heard heard = interact("," + members);

        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.at("/error/code")).isEqualTo("invalid_request");
        assertThat(heard.at("/error/message")).contains(message);
        assertThat(fake.ledger().orders()).isEmpty();
    }

    @Test
    void pictures_are_taken_along() throws Exception {
        Heard heard = interact(",'input':[" + IMAGE + ",{'type':'text','text':'she waves'}],"
                + "'generation_config':{'seed':0,'video_config':{'task':'image_to_video'}}");

        assertThat(heard.status()).isEqualTo(200);
        assertThat(fake.ledger().orders("she waves")).hasSize(1);
    }

    @Test
    void other_models_do_not_interact() throws Exception {
        Heard heard = post("interactions", "{'model':'" + VEO + "','input':'x','background':true}");

        assertThat(heard.status()).isEqualTo(404);
    }
}
