package dev.mvstudio.testkit.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventsTest extends Rehearsal {
    private String submitFor(String clientId, ObjectNode graph) throws Exception {
        return json(post("/prompt", prompt(graph).put("client_id", clientId)))
                .get("prompt_id")
                .asText();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void a_prompt_is_told_in_the_order_that_was_observed(Version version) throws Exception {
        startAs(version);
        Listener me = new Listener(client, fake, "?clientId=me");

        String id = submitFor("me", plain(1));
        me.awaitEnd(id);

        assertThat(me.messages().get(0).toString())
                .isEqualTo(
                        "{\"type\":\"status\",\"data\":{\"status\":{\"exec_info\":{\"queue_remaining\":0}},\"sid\":\"me\"}}");
        assertThat(me.types())
                .containsExactly(
                        "status",
                        "status",
                        "status",
                        "execution_start",
                        "execution_cached",
                        "progress_state",
                        "executing",
                        "progress_state",
                        "progress_state",
                        "executing",
                        "executed",
                        "progress_state",
                        "execution_success",
                        "status",
                        "executing");
        assertThat(me.last("executed").at("/output/images")).hasSize(2);
        assertThat(me.last("progress_state").at("/nodes/2/state").asText()).isEqualTo("finished");
    }

    @Test
    void a_sampler_tells_its_steps() throws Exception {
        Listener me = new Listener(client, fake, "?clientId=me");

        me.awaitEnd(submitFor("me", graph(1, 3)));

        assertThat(me.types().stream().filter("progress"::equals)).hasSize(3);
        assertThat(me.last("progress").get("value").asInt()).isEqualTo(3);
        assertThat(me.last("progress").get("max").asInt()).isEqualTo(3);
    }

    @Test
    void what_is_cached_is_told_without_progress() throws Exception {
        Listener me = new Listener(client, fake, "?clientId=me");
        me.awaitEnd(submitFor("me", plain(1)));
        String files = me.last("executed").get("output").toString();
        int heard = me.messages().size();

        me.awaitEnd(submitFor("me", plain(1)));

        assertThat(me.types().subList(heard, me.types().size()))
                .containsExactly(
                        "status",
                        "status",
                        "execution_start",
                        "execution_cached",
                        "executed",
                        "progress_state",
                        "execution_success",
                        "status",
                        "executing");
        assertThat(me.last("executed").get("output").toString()).isEqualTo(files);
        assertThat(me.last("execution_cached").get("nodes").toString()).isEqualTo("[\"1\",\"2\"]");
    }

    @Test
    void only_who_asked_is_told() throws Exception {
        Listener me = new Listener(client, fake, "?clientId=me");
        Listener other = new Listener(client, fake, "");

        me.awaitEnd(submitFor("me", plain(1)));
        await(() -> other.types().size() == 4);

        assertThat(other.types()).containsOnly("status");
        assertThat(other.last("status").get("status").toString()).contains("\"queue_remaining\":0");
        assertThat(other.messages().get(0).at("/data/sid").asText()).matches("[0-9a-f]{32}");
    }

    @Test
    void everybody_is_told_of_an_interruption_when_nobody_asked() throws Exception {
        Listener one = new Listener(client, fake, "");
        fake.hold();
        submit(plain(1));
        await(() -> fake.running().isPresent());

        post("/interrupt", "{}");
        await(() -> one.types().contains("execution_interrupted"));

        assertThat(one.last("execution_interrupted").get("node_type").asText()).isEqualTo("EmptyImage");
        assertThat(one.types()).contains("progress_state").doesNotContain("execution_start", "executing");
    }

    @Test
    void a_failure_is_told_and_then_the_end() throws Exception {
        fake.outcomes().once(Outcome.error("mat1 and mat2 shapes cannot be multiplied"));
        Listener me = new Listener(client, fake, "?clientId=me");

        me.awaitEnd(submitFor("me", graph(1, 2)));

        assertThat(me.types())
                .doesNotContain("executed", "execution_success")
                .endsWith("execution_error", "status", "executing");
        assertThat(me.last("execution_error").get("exception_message").asText()).startsWith("mat1 and mat2");
        assertThat(me.last("execution_error").get("traceback")).isNotEmpty();
    }

    @Test
    void previews_come_plain_or_with_what_they_are_about() throws Exception {
        Listener plain = new Listener(client, fake, "?clientId=plain");
        Listener keen = new Listener(client, fake, "?clientId=keen");
        keen.say("{\"type\":\"feature_flags\",\"data\":{\"supports_preview_metadata\":true}}");
        await(() -> keen.types().contains("feature_flags"));

        plain.awaitEnd(submitFor("plain", graph(1, 1)));
        keen.awaitEnd(submitFor("keen", graph(2, 1)));
        await(() -> keen.frames().size() == 1);
        ByteBuffer first = plain.frames().get(0);
        ByteBuffer second = keen.frames().get(0);

        assertThat(new int[] {first.getInt(), first.getInt()}).containsExactly(1, 1);
        assertThat(second.getInt()).isEqualTo(4);
        byte[] about = new byte[second.getInt()];
        second.get(about);
        assertThat(Json.read(new String(about, java.nio.charset.StandardCharsets.UTF_8))
                        .get("image_type")
                        .asText())
                .isEqualTo("image/jpeg");
        assertThat(second.getShort()).isEqualTo((short) 0xFFD8);
    }

    @Test
    void messages_get_lost_on_demand_and_sockets_break() throws Exception {
        fake.events().always(EventFault.LOST, "executed", "executing");
        Listener me = new Listener(client, fake, "?clientId=me");

        finished(submitFor("me", plain(1)));
        await(() -> me.types().contains("execution_success"));
        assertThat(me.types()).doesNotContain("executed", "executing");

        fake.dropSockets();
        await(() -> fake.listeners().isEmpty());
        fake.calm();
        fake.events().once(EventFault.DISCONNECTED, "execution_cached");
        Listener again = new Listener(client, fake, "?clientId=again");
        finished(submitFor("again", plain(2)));
        // The client of the JDK does not always notice.
        await(() -> fake.listeners().isEmpty());
        assertThat(again.types()).doesNotContain("execution_cached", "executed");
        assertThat(fake.ledger().connections()).containsExactly("me", "again");
    }

    @Test
    void who_comes_back_hears_where_it_stands() throws Exception {
        fake.hold();
        Listener first = new Listener(client, fake, "?clientId=me");
        String id = submitFor("me", plain(1));
        await(() -> first.types().contains("executing"));
        first.leave();
        await(() -> fake.listeners().isEmpty());

        Listener second = new Listener(client, fake, "?clientId=me");
        await(() -> second.types().contains("executing"));
        assertThat(second.messages().get(1).toString()).isEqualTo("{\"type\":\"executing\",\"data\":{\"node\":\"1\"}}");
        fake.release();
        second.awaitEnd(id);
    }

    @Test
    void the_history_is_there_when_the_end_is_told_unless_it_hides() throws Exception {
        Listener me = new Listener(client, fake, "?clientId=me");
        String id = submitFor("me", plain(1));
        me.awaitEnd(id);
        assertThat(json("/history/" + id)).hasSize(1);

        fake.hidingHistory(2);
        String late = submitFor("me", plain(2));
        me.awaitEnd(late);
        assertThat(json("/history/" + late)).isEmpty();
        assertThat(json("/history/" + late)).isEmpty();
        assertThat(json("/history/" + late)).hasSize(1);
    }

    @Test
    void held_prompts_go_step_by_step() throws Exception {
        fake.hold();
        Listener me = new Listener(client, fake, "?clientId=me");
        String id = submitFor("me", graph(1, 4));
        await(() -> fake.running().isPresent());

        fake.step(4 + 1 + 2); // four nodes before the sampler, the sampler itself, two of its steps
        await(() -> me.types().contains("progress")
                && me.last("progress").get("value").asInt() == 2);
        assertThat(fake.running()).contains(id);
        fake.release();
        me.awaitEnd(id);
    }
}
