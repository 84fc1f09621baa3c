package dev.mvstudio.adapter.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.testkit.gemini.Asked;
import dev.mvstudio.testkit.gemini.Call;
import dev.mvstudio.testkit.gemini.FakeGemini;
import dev.mvstudio.testkit.gemini.Reply;
import dev.mvstudio.testkit.scene.SceneRequests;
import dev.mvstudio.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to have scenes written, and what becomes of answers. */
class SceneWritingTest {
    private final FakeGemini fake = FakeGemini.start();
    private final GeminiClient client = Account.client(fake, Path.of("unused"));

    @AfterEach
    void close() throws IOException {
        client.close();
        fake.close();
        assertThat(fake.ledger().refusals()).isEmpty();
        assertThat(fake.ledger().strayKeys()).isEmpty();
    }

    private List<Scene> write() {
        return new GeminiSceneWriter(client).write(SceneRequests.plain(Account.WRITER, 2), answer -> {});
    }

    private ProviderError refused() {
        return catchThrowableOfType(ProviderException.class, this::write).error();
    }

    private Asked asked(int which) {
        return fake.ledger().orders(Call.CONTENT).get(which);
    }

    @Test
    void what_is_described_is_what_is_sent() {
        SceneRequest request = SceneRequests.plain(Account.WRITER, 2);
        GeminiSceneWriter writer = new GeminiSceneWriter(client);

        writer.write(request, answer -> {});

        assertThat(asked(0).body()).isEqualTo(Json.tree(writer.describe(request).body()));
        assertThat(writer.describe(request).target())
                .isEqualTo(fake.address() + "/v1beta/models/gemini-3.7-flash:generateContent");
    }

    @Test
    void the_schema_has_the_number_of_scenes() {
        write();

        assertThat(asked(0).at("/generationConfig/responseMimeType")).isEqualTo("application/json");
        assertThat(asked(0).at("/generationConfig/responseSchema/properties/scenes/minItems"))
                .isEqualTo("2");
        assertThat(asked(0).at("/generationConfig/responseSchema/properties/scenes/maxItems"))
                .isEqualTo("2");
    }

    @Test
    void a_seed_of_0_is_sent() {
        SceneRequest r = SceneRequests.plain(Account.WRITER, 1);
        new GeminiSceneWriter(client)
                .write(
                        new SceneRequest(
                                r.model(),
                                r.idea(),
                                r.characterDescription(),
                                r.characterCharacteristics(),
                                1,
                                r.videoType(),
                                r.videoCharacteristics(),
                                r.cameraAngle(),
                                0L,
                                r.prompt()),
                        answer -> {});

        assertThat(asked(0).at("/generationConfig/seed")).isEqualTo("0");
    }

    @Test
    void any_text_arrives_unharmed() {
        String prompt = "مرحبا 🤖 {idea} {{braces}} \" \\ \u0000 ".repeat(150) + "1 scene";
        new GeminiSceneWriter(client)
                .write(SceneRequests.plain(Account.WRITER, 1).withPrompt(prompt), answer -> {});

        assertThat(asked(0).prompt()).isEqualTo(prompt);
    }

    @Test
    void a_miscount_is_shown_to_the_model_with_what_is_wrong() {
        fake.replies().once(Reply.items(3), Call.CONTENT);

        assertThat(write()).hasSize(2);

        assertThat(asked(1).at("/contents/1/role")).isEqualTo("model");
        assertThat(asked(1).at("/contents/2/parts/0/text")).contains("There are 3 scenes instead of exactly 2.");
    }

    @Test
    void a_missing_member_and_a_blank_one_are_asked_for_again() {
        fake.replies()
                .once(Reply.without(1, "negative_description"), Call.CONTENT)
                .once(Reply.with(0, "description", " "), Call.CONTENT);

        assertThat(write()).hasSize(2);

        assertThat(asked(1).at("/contents/2/parts/0/text")).contains("Scene 2 has no text \"negative_description\".");
        assertThat(asked(2).at("/contents/2/parts/0/text")).contains("The description of scene 1 is blank.");
    }

    @Test
    void it_is_not_asked_for_ever() {
        fake.replies().always(Reply.items(5), Call.CONTENT);

        ProviderError error = refused();

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
        assertThat(error.details()).contains("asked 3 times", "There are 5 scenes");
        assertThat(fake.ledger().orders()).hasSize(3);
    }

    @Test
    void thoughts_fences_and_friendly_words_do_not_matter() {
        fake.replies()
                .once(Reply.thinking(), Call.CONTENT)
                .once(Reply.fenced(), Call.CONTENT)
                .once(Reply.chatty(), Call.CONTENT)
                .once(Reply.inPieces(3), Call.CONTENT);

        IntStream.range(0, 4).forEach(i -> assertThat(write()).hasSize(2));

        assertThat(fake.ledger().orders()).hasSize(4);
    }

    @Test
    void an_answer_without_an_end_is_asked_for_again() {
        fake.replies().once(Reply.cutShort(), Call.CONTENT).once(Reply.starved(), Call.CONTENT);

        assertThat(write()).hasSize(2);

        assertThat(asked(1).prompt()).contains("cut off", "MAX_TOKENS");
        assertThat(asked(2).at("/contents/0/parts/0/text")).contains("went into thoughts");
    }

    @Test
    void when_all_goes_into_thoughts_this_is_said() {
        fake.replies().always(Reply.starved(), Call.CONTENT);

        assertThat(refused().details()).contains("MAX_TOKENS");
    }

    @Test
    void an_end_that_nobody_knows_is_no_error_when_the_answer_is_there() {
        fake.replies().once(Reply.ended("SOME_NEW_REASON"), Call.CONTENT);

        assertThat(write()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII"})
    void an_answer_that_is_held_back_is_a_refusal(String reason) {
        fake.replies().once(Reply.blocked(reason), Call.CONTENT);

        ProviderError error = refused();

        assertThat(error.code()).isEqualTo(ErrorCode.CONTENT_POLICY_VIOLATION);
        assertThat(error.details()).contains(reason, "Held back");
        assertThat(fake.ledger().orders()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAFETY", "OTHER", "PROHIBITED_CONTENT", "JAILBREAK", "SOME_NEW_REASON"})
    void a_prompt_that_is_blocked_is_a_refusal(String reason) {
        fake.replies().once(Reply.promptBlocked(reason), Call.CONTENT);

        ProviderError error = refused();

        assertThat(error.code()).isEqualTo(ErrorCode.CONTENT_POLICY_VIOLATION);
        assertThat(error.details()).contains(reason);
    }

    @Test
    void an_empty_answer_for_a_reason_that_nobody_knows_is_asked_for_again() {
        fake.replies().once(Reply.blocked("SOME_NEW_REASON"), Call.CONTENT);

        assertThat(write()).hasSize(2);

        assertThat(asked(1).prompt()).contains("SOME_NEW_REASON");
    }

    @Test
    void neither_answer_nor_reason_is_nonsense() {
        fake.replies().once(Reply.nothing(), Call.CONTENT);

        assertThat(refused().code()).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
    }

    @Test
    void two_hundred_at_once_get_scenes_of_their_own() {
        List<List<Scene>> all = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> new GeminiSceneWriter(client)
                        .write(SceneRequests.plain(Account.WRITER, 1 + i % 16), answer -> {}))
                .toList();

        assertThat(IntStream.range(0, 200))
                .allSatisfy(i -> assertThat(all.get(i)).hasSize(1 + i % 16));
    }
}
