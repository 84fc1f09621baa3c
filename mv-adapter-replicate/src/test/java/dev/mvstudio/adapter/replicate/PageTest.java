package dev.mvstudio.adapter.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    private static final String PREDICTION = "{\"id\":\"abc\",\"status\":\"starting\",\"model\":\"a/b\",\"input\":%s}";

    private static Page page(String body) throws IOException {
        return Page.read(new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    private static Prediction listed(String input) throws IOException {
        return page("{\"previous\":null,\"next\":null,\"more\":[{}],\"results\":[" + PREDICTION.formatted(input) + "]}")
                .predictions()
                .get(0);
    }

    private static Wanted wanted(String input) throws IOException {
        return new Wanted(
                new SubmissionKey("k"),
                new ModelName("a/b", null, false),
                Json.READER.readTree(input),
                Set.of("image", "images"));
    }

    @Test
    void of_a_picture_in_an_input_only_that_it_is_one_is_kept() throws IOException {
        String picture = "\"data:image/png;base64," + "A".repeat(300_000) + "\"";

        Prediction listed = listed("{\"image\":" + picture + ",\"images\":[" + picture + "]}");

        assertThat(listed.input().get("image").textValue()).isEqualTo("data:");
        assertThat(listed.input().get("images").get(0).textValue()).isEqualTo("data:");
        assertThat(wanted("{\"image\":\"data:\",\"images\":[\"data:\"]}").of(listed))
                .isEqualTo(Wanted.Likeness.ALIKE);
    }

    @Test
    void a_long_prompt_is_kept_whole() throws IOException {
        String prompt = "\"" + "word ".repeat(30_000) + "\"";

        assertThat(wanted("{\"prompt\":" + prompt + "}").of(listed("{\"prompt\":" + prompt + "}")))
                .isEqualTo(Wanted.Likeness.ALIKE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'b':'x'} | {'b':'x','a':1} | ALIKE",
                "{'a':1} | {'a':1.0} | ALIKE",
                "{'a':4294967296} | {'a':4294967296} | ALIKE",
                "{'a':1} | {'a':2} | OTHER",
                "{'a':1} | {'a':'1'} | OTHER",
                "{'a':false} | {'a':null} | OTHER",
                "{'a':1} | {} | OTHER",
                "{} | {'a':1} | OTHER",
                "{'image':'data:'} | {'image':'https://x/y'} | ALIKE",
                "{'image':'data:'} | {'image':'[removed]'} | OTHER",
                "{'image':'data:'} | {'image':null} | OTHER",
                "{'images':['data:','data:']} | {'images':['https://x/y']} | OTHER",
                "{'images':['data:']} | {'images':[7]} | OTHER",
                "{'images':['data:']} | {'images':'https://x/y'} | OTHER"
            })
    void inputs_are_the_same_when_all_their_members_are(String ours, String theirs, Wanted.Likeness likeness)
            throws IOException {
        assertThat(wanted(ours.replace('\'', '"')).of(listed(theirs.replace('\'', '"'))))
                .isEqualTo(likeness);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "\"x\"", "{\"results\":{}}", "{\"results\":[{}]}", "{\"results\":[7]}"})
    void what_is_no_list_is_refused(String body) {
        assertThatExceptionOfType(OddAnswerException.class).isThrownBy(() -> page(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"results\":[", "{\"results\":[]", "{\"results\":[],"})
    void half_a_list_is_refused(String body) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> page(body));
    }

    @Test
    void times_are_read_with_their_offsets_and_nonsense_is_no_time() throws IOException {
        ObjectNode json = (ObjectNode) Json.READER.readTree(PREDICTION.formatted("{}"));
        json.put("created_at", "2024-12-11T20:18:32.163+02:00").put("completed_at", "yesterday");

        Prediction prediction = Prediction.of(json);

        assertThat(prediction.createdAt()).hasToString("2024-12-11T18:18:32.163Z");
        assertThat(prediction.completedAt()).isNull();
    }
}
