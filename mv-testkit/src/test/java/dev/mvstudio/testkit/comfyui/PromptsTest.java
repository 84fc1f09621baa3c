package dev.mvstudio.testkit.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromptsTest extends Rehearsal {
    @ParameterizedTest
    @EnumSource(Version.class)
    void a_graph_becomes_a_picture_of_its_size(Version version) throws Exception {
        startAs(version);

        JsonNode answer = json(post("/prompt", prompt(graph(12, 3), ID)));
        JsonNode over = finished(ID);
        JsonNode file = over.at("/outputs/9/images/0");
        var picture = bytes(view(file));

        assertThat(answer.toString()).isEqualTo("{\"prompt_id\":\"" + ID + "\",\"number\":0,\"node_errors\":{}}");
        assertThat(over.at("/status/status_str").asText()).isEqualTo("success");
        assertThat(over.at("/status/completed").asBoolean()).isTrue();
        assertThat(over.at("/prompt/1").asText()).isEqualTo(ID);
        assertThat(over.at("/prompt/3").has("create_time")).isEqualTo(version.isNew());
        assertThat(over.at("/meta/9/node_id").asText()).isEqualTo("9");
        assertThat(file.toString())
                .isEqualTo("{\"filename\":\"scene_00001_.png\",\"subfolder\":\"mv\",\"type\":\"output\"}");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("content-type")).contains("image/png");
        assertThat(picture.headers().firstValue("content-disposition")).contains("filename=\"scene_00001_.png\"");
        assertThat(size(picture.body())).isEqualTo("320x192");
        assertThat(fake.ledger().views()).containsExactly("output/mv/scene_00001_.png");
    }

    @Test
    void other_seeds_give_other_pictures_and_names_count_up() throws Exception {
        JsonNode one = finished(submit(graph(1, 1))).at("/outputs/9/images/0");
        JsonNode other = finished(submit(graph(2, 1))).at("/outputs/9/images/0");

        assertThat(other.get("filename").asText()).isEqualTo("scene_00002_.png");
        assertThat(bytes(view(one)).body()).isNotEqualTo(bytes(view(other)).body());
        assertThat(fake.ledger().renderedTwice()).isEmpty();
    }

    @Test
    void a_batch_gives_several_pictures() throws Exception {
        JsonNode files = finished(submit(plain(255))).at("/outputs/2/images");

        assertThat(files).hasSize(2);
        assertThat(bytes(view(files.get(0))).body())
                .isNotEqualTo(bytes(view(files.get(1))).body());
    }

    @Test
    void the_same_again_comes_from_the_cache() throws Exception {
        JsonNode first = finished(submit(graph(1, 2)));
        JsonNode second = finished(submit(graph(1, 2)));

        assertThat(second.get("outputs")).isEqualTo(first.get("outputs"));
        assertThat(second.at("/status/messages/1/1/nodes")).hasSize(7);
        assertThat(fake.ledger().renders()).hasSize(1);
        assertThat(fake.ledger().sameGraphs()).hasSize(1);
    }

    @Test
    void one_prompt_runs_at_a_time() throws Exception {
        fake.hold();
        submit(graph(1, 1));
        await(() -> fake.running().isPresent());
        String second = submit(graph(2, 1));
        JsonNode front = json(post("/prompt", prompt(graph(3, 1)).put("front", true)));
        JsonNode queue = json("/queue");

        assertThat(queue.get("queue_running")).hasSize(1);
        assertThat(queue.at("/queue_running/0/4").toString()).isEqualTo("[\"9\"]");
        assertThat(front.get("number").asInt()).isEqualTo(-2);
        assertThat(fake.pending()).containsExactly(front.get("prompt_id").asText(), second);
        assertThat(json("/prompt").toString()).isEqualTo("{\"exec_info\":{\"queue_remaining\":3}}");
        assertThat(json("/api/history/" + fake.running().orElseThrow())).isEmpty();

        fake.release();
        finished(second);
        assertThat(fake.ledger().mostWaiting()).isEqualTo(3);
    }

    @Test
    void what_waits_can_be_taken_out() throws Exception {
        fake.hold();
        String running = submit(graph(1, 1));
        await(() -> fake.running().isPresent());
        submit(graph(2, 1));
        String id = submit(graph(3, 1));

        var answer = post("/queue", Json.object().set("delete", Json.tree(List.of(id, "unknown"))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(fake.pending()).hasSize(1).doesNotContain(id);
        post("/queue", Json.object().put("clear", true));
        assertThat(fake.pending()).isEmpty();
        fake.release();
        finished(running);
        assertThat(json("/history/" + id)).isEmpty();
    }

    @Test
    void an_interruption_ends_what_runs_and_nothing_else() throws Exception {
        fake.hold();
        String running = submit(graph(1, 5));
        await(() -> fake.running().isPresent());
        String next = submit(graph(2, 5));

        post("/interrupt", Json.object().put("prompt_id", next));
        assertThat(fake.running()).contains(running);
        post("/interrupt", Json.object().put("prompt_id", running));
        JsonNode over = finished(running);

        assertThat(over.at("/status/status_str").asText()).isEqualTo("error");
        assertThat(over.at("/status/completed").asBoolean()).isFalse();
        assertThat(over.at("/status/messages/2/0").asText()).isEqualTo("execution_interrupted");
        assertThat(over.get("outputs")).isEmpty();
        await(() -> fake.running().equals(java.util.Optional.of(next)));
        post("/interrupt", Json.object());
        assertThat(finished(next).at("/status/completed").asBoolean()).isFalse();
        assertThat(fake.ledger().renders()).isEmpty();
    }

    @Test
    void a_chosen_prompt_fails() throws Exception {
        fake.nth(2, Outcome.outOfMemory());

        JsonNode first = finished(submit(graph(1, 2)));
        JsonNode second = finished(submit(graph(2, 2)));
        JsonNode third = finished(submit(graph(3, 2)));

        JsonNode error = second.at("/status/messages/2/1");
        assertThat(first.at("/status/completed").asBoolean()).isTrue();
        assertThat(second.at("/status/status_str").asText()).isEqualTo("error");
        assertThat(second.at("/status/messages/2/0").asText()).isEqualTo("execution_error");
        assertThat(error.get("node_type").asText()).isEqualTo("KSampler");
        assertThat(error.get("exception_type").asText()).isEqualTo("torch.OutOfMemoryError");
        assertThat(error.get("exception_message").asText()).contains("ran out of memory");
        assertThat(third.at("/status/completed").asBoolean()).isTrue();
    }

    @Test
    void death_loses_all_but_the_files() throws Exception {
        JsonNode file = finished(submit(graph(1, 1))).at("/outputs/9/images/0");
        fake.hold();
        submit(graph(2, 1));
        await(() -> fake.running().isPresent());
        fake.die();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> get("/queue")))
                .isInstanceOf(java.io.IOException.class);

        fake.release().comeBack();
        assertThat(json("/queue").toString()).isEqualTo("{\"queue_running\":[],\"queue_pending\":[]}");
        assertThat(json("/history")).isEmpty();
        assertThat(bytes(view(file)).statusCode()).isEqualTo(200);
        JsonNode again = finished(submit(graph(1, 1)));
        assertThat(again.at("/outputs/9/images/0/filename").asText()).isEqualTo("scene_00002_.png");
        assertThat(fake.ledger().renderedTwice()).hasSize(1);
    }
}
