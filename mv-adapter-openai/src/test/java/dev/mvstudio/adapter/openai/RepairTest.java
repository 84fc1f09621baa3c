package dev.mvstudio.adapter.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.testkit.openai.FakeOpenAi;
import dev.mvstudio.testkit.openai.Reply;
import dev.mvstudio.testkit.scene.SceneRequests;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that do not keep to what they were asked for. */
class RepairTest {
    private static final String TWO = Reply.json(2, "");

    private final FakeOpenAi fake = FakeOpenAi.start();

    @AfterEach
    void close() {
        fake.close();
        assertThat(fake.refusals()).isEmpty();
    }

    private List<Scene> write(String... options) {
        try (OpenAiSceneWriter writer = Settings.writer(fake, options)) {
            return writer.write(SceneRequests.plain(Settings.MODEL, 2), answer -> {});
        }
    }

    @Test
    void a_miscount_is_shown_to_the_model_with_what_is_wrong() {
        fake.once(Reply.scenes(3));

        assertThat(write()).hasSize(2);

        assertThat(fake.asked()).hasSize(2);
        assertThat(fake.asked().get(1).roles()).containsExactly("user", "assistant", "user");
        assertThat(fake.asked().get(1).prompt()).isEqualTo(fake.asked().get(0).prompt());
        assertThat(fake.asked().get(1).body().at("/messages/1/content").asText())
                .isEqualTo(Reply.json(3, ""));
        assertThat(fake.asked().get(1).last()).contains("There are 3 scenes instead of exactly 2.");
    }

    @Test
    void only_the_last_answer_is_shown_again() {
        fake.once(Reply.scenes(3), Reply.text("Sorry!"));

        assertThat(write()).hasSize(2);

        assertThat(fake.asked().get(2).roles()).containsExactly("user", "assistant", "user");
        assertThat(fake.asked().get(2).body().at("/messages/1/content").asText())
                .isEqualTo("Sorry!");
    }

    @Test
    void an_empty_answer_is_not_shown_again() {
        fake.once(Reply.text(" "), Reply.completion(message -> message.putNull("content"), "stop"));

        assertThat(write()).hasSize(2);

        assertThat(fake.asked().get(1).roles()).containsExactly("user");
        assertThat(fake.asked().get(1).last())
                .startsWith(fake.asked().get(0).prompt())
                .contains("The answer is empty.");
    }

    @Test
    void a_long_answer_is_shown_in_part() {
        fake.once(Reply.text("🤖".repeat(100_000)));

        assertThat(write()).hasSize(2);

        assertThat(fake.asked().get(1).body().at("/messages/1/content").asText())
                .isEqualTo("🤖".repeat(50_000));
    }

    @Test
    void an_answer_that_was_cut_off_is_asked_for_in_shorter() {
        fake.once(Reply.cutOff("{\"scenes\":[{\"description\":\"A robot wav"));

        assertThat(write()).hasSize(2);
        assertThat(fake.asked().get(1).last()).contains("cut off");
    }

    @Test
    void an_answer_that_was_cut_off_after_its_end_is_good() {
        fake.once(Reply.cutOff(TWO + " I hope that"));

        assertThat(write()).hasSize(2);
        assertThat(fake.asked()).hasSize(1);
    }

    @Test
    void members_that_are_missing_and_texts_that_are_blank_are_named() {
        fake.once(
                Reply.text("{\"scenes\":[{\"description\":\"x\"},{\"description\":7,\"negative_description\":null}]}"),
                Reply.text("{\"scenes\":[{\"description\":\" \",\"negative_description\":\"\"},"
                        + "{\"description\":\"x\",\"negative_description\":\"\"}]}"));

        assertThat(write()).hasSize(2);
        assertThat(fake.asked().get(1).last())
                .contains(
                        "Scene 1 has no text \"negative_description\".",
                        "Scene 2 has no text \"description\".",
                        "Scene 2 has no text \"negative_description\".");
        assertThat(fake.asked().get(2).last()).contains("The description of scene 1 is blank.");
    }

    @Test
    void what_is_too_long_is_refused() {
        fake.once(Reply.text(Reply.json("x".repeat(10_001), "y")));

        assertThat(write()).hasSize(2);
        assertThat(fake.asked().get(1).last()).contains("scene 1 has 10001 characters");
    }

    @Test
    void it_is_asked_as_often_as_was_configured_and_no_more() {
        fake.always(question -> Reply.scenes(1));

        assertThatThrownBy(() -> write("repairs", "3")).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e.error().code()).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
            assertThat(e.error().details()).contains("4 times", "There are 1 scenes instead of exactly 2.");
        });
        assertThat(fake.asked()).hasSize(4);

        assertThatThrownBy(() -> write("repairs", "0")).isInstanceOf(ProviderException.class);
        assertThat(fake.asked()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "```json\n%s\n```",
                "Sure! Here are your [2] scenes {as asked}:\n\n%s\n\nEnjoy {them}!",
                "<think>Maybe {\"scenes\":[]}? Or [{\"a\":1}]?</think>\n%s",
                "{\"thoughts\":\"none\"}\n%s"
            })
    void text_around_the_scenes_does_no_harm(String around) {
        fake.once(Reply.text(around.formatted(TWO)));

        assertThat(write()).hasSize(2);
        assertThat(fake.asked()).hasSize(1);
    }

    @Test
    void a_bare_list_and_text_in_parts_are_read_as_well() {
        String list = TWO.substring(TWO.indexOf('['), TWO.lastIndexOf(']') + 1);
        fake.once(Reply.text(list));
        assertThat(write()).hasSize(2);

        fake.once(Reply.completion(
                message -> {
                    var parts = message.putArray("content");
                    parts.addObject().put("type", "thinking").put("text", "Hm.");
                    parts.addObject().put("type", "text").put("text", TWO);
                },
                "stop"));
        assertThat(write()).hasSize(2);
        assertThat(fake.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "[]",
                "{}",
                "null",
                "{\"scenes\":{}}",
                "{\"scenes\":[1,2]}",
                "{\"scenes\":\"none\"}",
                "[\"a scene\"]",
                "{\"scenes\":[{\"description\":",
                "I can't do that."
            })
    void what_has_no_scenes_is_asked_for_again(String text) {
        fake.once(Reply.text(text));

        assertThat(write()).hasSize(2);
        assertThat(fake.asked().get(1).last()).contains("There is no JSON object with the member \"scenes\"");
    }

    @Test
    void floods_of_braces_are_given_up() {
        fake.once(Reply.text("[".repeat(100_000)), Reply.text("{ ".repeat(100_000) + TWO));

        assertThat(write()).hasSize(2);
        assertThat(fake.asked()).hasSize(3);
    }
}
