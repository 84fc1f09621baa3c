package dev.mvstudio.testkit.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.wire.Json;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest extends Rehearsal {
    @Test
    void an_answer_is_lost_though_the_prompt_runs() throws Exception {
        fake.faults().once(Fault.lost(), Call.PROMPT);

        assertThatThrownBy(() -> post("/prompt", prompt(plain(1), ID))).isInstanceOf(IOException.class);

        assertThat(finished(ID).at("/status/completed").asBoolean()).isTrue();
        assertThat(fake.ledger().prompts()).hasSize(1);
    }

    @Test
    void a_call_is_dropped_before_it_is_looked_at() throws Exception {
        fake.faults().once(Fault.dropped(), Call.PROMPT);

        assertThatThrownBy(() -> post("/prompt", prompt(plain(1), ID))).isInstanceOf(IOException.class);

        assertThat(fake.ledger().prompts()).isEmpty();
        assertThat(get("/queue").statusCode()).isEqualTo(200);
    }

    @Test
    void servers_and_what_stands_before_them_stumble() throws Exception {
        fake.faults()
                .once(Fault.internal())
                .once(Fault.badGateway())
                .once(Fault.unavailable())
                .once(Fault.unauthorized())
                .once(Fault.html())
                .once(Fault.garbled())
                .once(Fault.strange());

        assertThat(get("/queue").statusCode()).isEqualTo(500);
        assertThat(get("/queue").statusCode()).isEqualTo(502);
        assertThat(get("/queue").statusCode()).isEqualTo(503);
        assertThat(get("/queue").statusCode()).isEqualTo(401);
        assertThat(get("/queue").body()).startsWith("<!DOCTYPE");
        assertThatThrownBy(() -> json("/queue")).isInstanceOf(IOException.class);
        assertThat(json("/queue").get("queue_running").asText()).isEqualTo("none");
        assertThat(json("/queue").get("queue_running")).isEmpty();
    }

    @Test
    void silence_lasts() {
        fake.faults().once(Fault.silent());

        assertThatThrownBy(() -> client.send(
                        request("/queue").timeout(Duration.ofMillis(200)).build(),
                        java.net.http.HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void a_socket_can_be_refused() {
        fake.faults().once(Fault.internal(), Call.EVENTS);

        assertThatThrownBy(() -> new Listener(client, fake, "")).hasMessageContaining("WebSocketHandshakeException");
        assertThat(new Listener(client, fake, "").types()).containsExactly("status");
    }

    @ParameterizedTest
    @EnumSource(ViewFault.class)
    void a_download_goes_wrong_once(ViewFault fault) throws Exception {
        JsonNode file = finished(submit(plain(1))).at("/outputs/2/images/0");
        byte[] whole = bytes(view(file)).body();
        fake.views().once(fault);

        switch (fault) {
            case CUT, CHUNKED_CUT -> assertThatThrownBy(() -> bytes(view(file))).isInstanceOf(IOException.class);
            case HTML -> assertThat(get(view(file)).body()).contains("<html>");
            case EMPTY -> assertThat(bytes(view(file)).body()).isEmpty();
            case NOT_FOUND -> assertThat(bytes(view(file)).statusCode()).isEqualTo(404);
            case SLOW -> assertThat(bytes(view(file)).body()).isEqualTo(whole);
        }

        assertThat(bytes(view(file)).body()).isEqualTo(whole);
    }

    @Test
    void prompts_succeed_without_anything_to_show() throws Exception {
        fake.outcomes().once(Outcome.nothing()).once(Outcome.broken()).once(Outcome.missing());

        JsonNode nothing = finished(submit(plain(1)));
        JsonNode broken = finished(submit(plain(2)));
        JsonNode missing = finished(submit(plain(3)));

        assertThat(nothing.at("/status/completed").asBoolean()).isTrue();
        assertThat(nothing.at("/outputs/2/images")).isEmpty();
        assertThat(get(view(broken.at("/outputs/2/images/0"))).body()).isEqualTo("not a picture");
        assertThat(get(view(missing.at("/outputs/2/images/0"))).statusCode()).isEqualTo(404);
    }

    @Test
    void a_stuck_prompt_ends_when_it_is_interrupted() throws Exception {
        fake.outcomes().once(Outcome.stuck());
        String id = submit(plain(1));
        await(() -> fake.running().isPresent());

        post("/interrupt", Json.object().put("prompt_id", id));

        assertThat(finished(id).at("/status/messages/2/0").asText()).isEqualTo("execution_interrupted");
    }

    @Test
    void too_large_a_picture_fills_the_card() throws Exception {
        var graph = graph(1, 1);
        inputs(graph, "5").put("width", 16384).put("height", 16384);

        JsonNode over = finished(submit(graph));

        assertThat(over.at("/status/messages/2/1/exception_type").asText()).isEqualTo("torch.OutOfMemoryError");
    }

    @Test
    void a_listener_notices_a_death() throws Exception {
        Listener me = new Listener(client, fake, "?clientId=me");

        fake.die();

        await(me::isGone);
        fake.comeBack();
        assertThat(new Listener(client, fake, "?clientId=me").types()).containsExactly("status");
    }
}
