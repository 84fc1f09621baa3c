package dev.mvstudio.testkit.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.ManualClock;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlsTest extends Rehearsal {
    private int tell(String what, String body) throws Exception {
        return post("/_fake/" + what, body).statusCode();
    }

    @Test
    void help_is_at_hand() throws Exception {
        assertThat(get("/_fake").body()).contains("/_fake/ledger", "out_of_memory", "taking_ms");
        assertThat(get("/_fake/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void prompts_are_held_and_let_go() throws Exception {
        tell("hold", "");
        String id = submit(graph(1, 2));
        await(() -> fake.running().isPresent());
        tell("step", "{\"steps\": 2}");
        assertThat(json("/history/" + id)).isEmpty();
        tell("release", "");
        finished(id);
        await(() -> fake.isIdle());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"api\": \"500\", \"calls\": [\"queue\"], \"times\": 2}",
                "{\"api\": \"503\", \"share\": 1.0}",
                "{\"api\": \"html\"}"
            })
    void calls_go_wrong(String fault) throws Exception {
        assertThat(tell("faults", fault)).isEqualTo(204);

        assertThat(get("/queue").body()).doesNotContain("queue_running");
        client.send(request("/_fake/faults").DELETE().build(), java.net.http.HttpResponse.BodyHandlers.discarding());
        assertThat(get("/queue").body()).contains("queue_running");
    }

    @Test
    void prompts_files_and_messages_go_wrong() throws Exception {
        tell("faults", "{\"outcome\": \"success\"}");
        tell("faults", "{\"error\": \"by hand\"}");
        tell("faults", "{\"view\": \"not_found\"}");
        tell("faults", "{\"event\": \"lost\", \"types\": [\"executed\"], \"share\": 1}");

        var file = finished(submit(plain(1))).at("/outputs/2/images/0");
        var failed = finished(submit(plain(2)));

        assertThat(failed.at("/status/messages/2/1/exception_message").asText()).startsWith("by hand");
        assertThat(get(view(file)).statusCode()).isEqualTo(404);
        assertThat(json("/_fake/ledger").get("prompts")).hasSize(2);
        assertThat(json("/_fake/ledger").at("/calls/PROMPT").asInt()).isEqualTo(2);
    }

    @Test
    void settings_are_taken_or_refused() throws Exception {
        assertThat(tell("settings", "{\"taking_ms\": 5, \"previews\": false, \"checkpoints\": [\"a\"]}"))
                .isEqualTo(204);
        assertThat(json("/models/checkpoints").toString()).isEqualTo("[\"a\"]");
        assertThat(post("/_fake/settings", "{\"colour\": 1}").body()).startsWith("no colour, but");
        assertThat(tell("faults", "{}")).isEqualTo(400);
        assertThat(tell("settings", "[]")).isEqualTo(400);
    }

    @Test
    void it_dies_for_a_while() throws Exception {
        finished(submit(plain(1)));

        assertThat(tell("die", "{\"seconds\": 0}")).isEqualTo(204);
        await(() -> {
            try {
                return json("/history").isEmpty();
            } catch (java.io.IOException dead) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void times_are_those_of_the_clock_and_ports_are_chosen() throws Exception {
        ManualClock clock = new ManualClock();
        int taken = fake.address().getPort();
        assertThatThrownBy(() -> FakeComfyUi.start(FakeComfyUi.Setup.USUAL.port(taken)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("port " + taken);
        fake.close();
        fake = FakeComfyUi.start(FakeComfyUi.Setup.USUAL.clock(clock).seed(7));
        clock.pass(Duration.ofSeconds(1));

        assertThat(finished(submit(plain(1))).at("/prompt/3/create_time").asLong())
                .isEqualTo(1_767_225_601_000L);
        assertThat(fake.version()).isEqualTo(Version.V0_33_0);
        assertThat(fake.controls()).hasPath("/_fake");
    }

    @Test
    void a_prompt_takes_its_time() throws Exception {
        fake.taking(Duration.ofMillis(300))
                .watchedBy(seen -> assertThat(seen.status()).isEqualTo(200));
        long before = System.nanoTime();
        finished(submit(graph(1, 3)));

        assertThat(System.nanoTime() - before).isGreaterThan(250_000_000L);
        assertThat(fake.ledger()
                        .prompts()
                        .get(0)
                        .inputs("KSampler")
                        .get("steps")
                        .asInt())
                .isEqualTo(3);
        assertThat(fake.ledger().prompts().get(0).inputs("Nope").isMissingNode())
                .isTrue();
        assertThat(Json.tree(fake.ledger().answers(200)).asInt()).isPositive();
    }
}
