package dev.mvstudio.testkit.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.testkit.replicate.Caller.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlsTest extends Rehearsal {
    private Heard tell(String what, String body) throws Exception {
        return caller.post(fake.controls() + what, body.replace('\'', '"'));
    }

    @Test
    void faults_can_be_set_for_calls_outputs_webhooks_and_ends() throws Exception {
        assertThat(tell("/faults", "{'api':'429','calls':['create'],'seconds':5}")
                        .status())
                .isEqualTo(204);
        tell("/faults", "{'output':'html'}");
        tell("/faults", "{'outcome':'flagged'}");
        tell("/faults", "{'error':'no more ideas'}");

        assertThat(caller.clip("").at("/retry_after")).isEqualTo("5");
        assertThat(caller.clip("", "Prefer", "wait").at("/error")).contains("E005");
        assertThat(caller.clip("", "Prefer", "wait").at("/error")).isEqualTo("no more ideas");
        String output = caller.clip("", "Prefer", "wait").at("/output");
        assertThat(new String(caller.download(output).body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("<html>");
    }

    @Test
    void everything_can_be_calmed() throws Exception {
        tell("/faults", "{'api':'500','share':1}");
        tell("/faults", "{'webhook':'lost','times':3}");
        assertThat(caller.clip("").status()).isEqualTo(500);

        assertThat(caller.delete(fake.controls() + "/faults").status()).isEqualTo(204);
        assertThat(caller.clip("").status()).isEqualTo(201);
    }

    @Test
    void settings_can_be_changed_and_predictions_hurried() throws Exception {
        tell("/settings", "{'taking_ms':3600000,'page_size':1,'clip_size':100000,'retire':'google/veo-3'}");
        Heard created = caller.clip("");
        assertThat(caller.get("/predictions/" + created.at("/id")).at("/status"))
                .isNotEqualTo("succeeded");
        tell("/hurry", "");

        String output = caller.settled(created).at("/output");
        assertThat(caller.download(output).body()).hasSize(100_000);
        assertThat(caller.post("/models/google/veo-3/predictions", "{}").status())
                .isEqualTo(404);
        tell("/settings", "{'low_credit':true}");
        caller.clip("");
        assertThat(caller.clip("").status()).isEqualTo(429);
    }

    @Test
    void the_ledger_can_be_read() throws Exception {
        caller.clip("", "Cancel-After", "5m", "Prefer", "wait=1");
        Heard ledger = caller.get(fake.controls() + "/ledger");

        assertThat(ledger.at("/created/0/input/prompt")).isEqualTo("a cat");
        assertThat(ledger.at("/created/0/cancel_after")).isEqualTo("5m");
        assertThat(ledger.at("/created/0/prefer")).isEqualTo("wait=1");
        assertThat(ledger.at("/calls/CREATE")).isEqualTo("1");
        assertThat(ledger.at("/answers/201")).isEqualTo("1");
        assertThat(ledger.json().get("asked_with_token")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'api':'999'}",
                "{'output':'gone'}",
                "{'outcome':'nice'}",
                "{'api':'500','calls':['eat']}",
                "{'api':'500','share':2}",
                "{}",
                "[]",
                "{"
            })
    void what_is_not_understood_is_refused(String body) throws Exception {
        assertThat(tell("/faults", body).status()).isEqualTo(400);
        assertThat(tell("/settings", "{'colour':1}").status()).isEqualTo(400);
        assertThat(caller.clip("").status()).isEqualTo(201);
    }

    @Test
    void help_names_every_fault() throws Exception {
        Heard help = caller.get(fake.controls().toString());

        assertThat(help.status()).isEqualTo(200);
        assertThat(help.text()).contains("429_in_words", "chunked_cut", "badly_signed", "flagged", "/_fake/ledger");
        assertThat(caller.get(fake.controls() + "/nothing").status()).isEqualTo(404);
    }
}
